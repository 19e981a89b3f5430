package postern.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WhenTest {
  private static final Instant NOW = Instant.parse("2026-11-23T15:04:00Z");

  @Test
  void saysHowLongAgo() {
    assertThat(ago(Duration.ofSeconds(59))).isEqualTo("just now");
    assertThat(ago(Duration.ofMinutes(1))).isEqualTo("1 minute ago");
    assertThat(ago(Duration.ofMinutes(119))).isEqualTo("1 hour ago");
    assertThat(ago(Duration.ofHours(47))).isEqualTo("1 day ago");
    assertThat(ago(Duration.ofDays(30))).isEqualTo("30 days ago");
    assertThat(ago(Duration.ofDays(31))).isEqualTo("23 October 2026");
    assertThat(ago(Duration.ofHours(-3))).isEqualTo("in 3 hours");
  }

  @Test
  void tellsTheWholeTimeInUtc() {
    var when = When.of(Instant.parse("2017-11-02T08:09:10.123456Z"), NOW);

    assertThat(when.iso()).isEqualTo("2017-11-02T08:09:10Z");
    assertThat(when.full()).isEqualTo("2 November 2017 at 08:09 UTC");
  }

  private static String ago(Duration time) {
    return When.of(NOW.minus(time), NOW).ago();
  }
}
