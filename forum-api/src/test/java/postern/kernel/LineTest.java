package postern.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LineTest {
  @Test
  void tidiesWhatWasTyped() {
    assertThat(Line.parse("  A\ttitle\r\n of   two ", 80)).contains(new Line("A title of two"));
    assertThat(Line.parse("turn\u202ed", 80)).contains(new Line("turn d"));
    assertThat(Line.parse("👩‍👩‍👧 family", 80)).contains(new Line("👩‍👩‍👧 family"));
  }

  @Test
  void refusesNothingAndTooMuch() {
    assertThat(Line.parse(null, 5)).isEmpty();
    assertThat(Line.parse(" \n\t\u0000 ", 5)).isEmpty();
    assertThat(Line.parse("👍👍👍👍👍", 5)).isPresent();
    assertThat(Line.parse("123456", 5)).isEmpty();
    assertThatThrownBy(() -> new Line("a\nb")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Line("\ud800")).isInstanceOf(IllegalArgumentException.class);
  }
}
