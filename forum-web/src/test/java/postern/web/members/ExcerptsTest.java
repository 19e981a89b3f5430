package postern.web.members;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import postern.threads.SafeHtml;

class ExcerptsTest {
  @Test
  void showsTheWordsAndNotTheMarks() {
    assertThat(Excerpts.of(SafeHtml.escaped("a < b & \"c\" 'd'"))).isEqualTo("a < b & \"c\" 'd'");
  }

  @Test
  void endsAtAWord() {
    var excerpt = Excerpts.of(SafeHtml.escaped("quince ".repeat(60)));
    assertThat(excerpt).endsWith("quince…").hasSizeLessThan(202);
  }

  @Test
  void cutsNoSignInHalf() {
    var excerpt = Excerpts.of(SafeHtml.escaped("🍎".repeat(300)));
    assertThat(excerpt).isEqualTo("🍎".repeat(200) + "…");
  }
}
