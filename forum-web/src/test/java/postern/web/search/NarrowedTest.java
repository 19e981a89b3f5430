package postern.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import postern.search.Asked;

class NarrowedTest {
  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

  @Test
  void writesEachSignSoThatItComesBackAsItWas() {
    var odd = "\"a b\" & c=d #e %2B + <script>é日";
    var href = Narrowed.of(odd, "newest", "week", "garden").href();
    assertThat(href).startsWith("/search?q=").doesNotContain("<", " ", "\"", "#", "é");
    assertThat(href).endsWith("&order=newest&time=week&board=garden");
    var q = href.substring("/search?q=".length(), href.indexOf("&order"));
    assertThat(java.net.URLDecoder.decode(q, java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo(odd);
  }

  @Test
  void takesAnythingUnknownForTheUsual() {
    assertThat(Narrowed.of(null, null, null, null)).isEqualTo(Narrowed.of("", "x", "y", ""));
    assertThat(Narrowed.of("x", "'", "'", "").href()).isEqualTo("/search?q=x");
  }

  @Test
  void narrowsByTimeAndBoard() {
    var asked = Narrowed.of("pears", "newest", "week", "garden").asked(NOW);
    assertThat(asked.from()).contains(Instant.parse("2026-11-16T15:00:00Z"));
    assertThat(asked.board()).contains("garden");
    assertThat(asked.order()).isEqualTo(Asked.Order.NEWEST);
  }
}
