package postern.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import postern.World;
import postern.letters.NewLetter;
import postern.letters.Written;
import postern.privacy.Election;

/** Withdrawing an address holds for letters that are still waiting to leave. */
class WithdrawnInTheQueueTest {
  private static final String ADA = "ada.private@mill.example";
  private static final String BEN = "ben.private@harbour.example";

  private volatile Duration ahead = Duration.ZERO;

  @Test
  void aLetterThatWaitedLeavesWithoutTheLineThatWasWithdrawnMeanwhile() throws Exception {
    var real = World.real();
    var world = new World(() -> Instant.now().plus(ahead), real.randomness(), real.ids());
    try (var house = new TestForum(world, true)) {
      var ada = house.join("ada", ADA);
      var ben = house.join("ben", BEN);
      house.postOffice.defer(BEN::equals);
      house.forum.foundation().elections().elect(ada.viewer(), Election.MEMBERS);
      var letter = new NewLetter("The mill wheel", "You may see my address now.", false, false);
      assertThat(house.forum.letters().write(ada.viewer(), ben.username(), letter))
          .isInstanceOf(Written.Sent.class);
      for (int i = 0; i < 400 && house.postOffice.deferrals() == 0; i++) {
        Thread.sleep(25);
      }
      assertThat(house.postOffice.deferrals()).isPositive();

      house.forum.foundation().elections().elect(ada.viewer(), Election.NOBODY);
      house.postOffice.defer(_ -> false);
      ahead = Duration.ofHours(1);

      var arrived = house.postOffice.await(BEN, 0);
      assertThat(arrived.text()).contains("You may see my address now.").doesNotContain("mill.ex");
      Thread.sleep(500);
      assertThat(house.postOffice.all()).hasSize(1);
    }
  }
}
