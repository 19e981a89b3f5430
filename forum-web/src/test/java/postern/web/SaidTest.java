package postern.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SaidTest {
  @Test
  void standsBeforeTheFragmentAndBehindWhatIsThere() {
    assertThat(Said.POSTED.at("/t/1/a?page=2#p7")).isEqualTo("/t/1/a?page=2&said=posted#p7");
    assertThat(Said.SIGNED_OUT.at("/")).isEqualTo("/?said=signed-out");
  }

  @Test
  void saysOnlyItsOwnSentences() {
    assertThat(Said.read("signed-out")).contains(Flash.done("You are signed out."));
    assertThat(Said.read("Your account is lost, call 12345")).isEmpty();
    assertThat(Said.read(null)).isEmpty();
  }
}
