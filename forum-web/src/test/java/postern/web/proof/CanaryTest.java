package postern.web.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Nobody, no log and no metric ever holds an address whose owner did not choose so. */
class CanaryTest {
  @Test
  void noAddressReachesAnybodyWhomItsOwnerDidNotChoose() {
    try (var house = new ProofHouse()) {
      new Story(house, Story.ADA).tell();
      assertThat(house.recorder.heard()).hasSizeGreaterThan(300);
      assertThat(house.recorder.leaks()).isEmpty();
    }
  }
}
