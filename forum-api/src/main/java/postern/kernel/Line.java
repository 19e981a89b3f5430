package postern.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One line of text that a person typed: a title, a reason. It is not blank, has no line end and no
 * control character, and none of the signs that turn the direction of what stands after it (Unicode
 * Standard Annex 9, section 2).
 */
public record Line(String text) {
  private static final Pattern NOT_IN_A_LINE =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u200e\\u200f\\u061c\\u202a-\\u202e\\u2066-\\u2069\\ufeff]+");

  public Line {
    if (text.isBlank() || NOT_IN_A_LINE.matcher(text).find()) {
      throw new IllegalArgumentException("a line has words and no control characters");
    }
  }

  /**
   * Reads what was typed: outer and doubled spaces go, control characters become spaces. Empty when
   * nothing is left, or more than {@code most} characters (code points).
   */
  public static Optional<Line> parse(String typed, int most) {
    if (typed == null || typed.length() > 8 * most) {
      return Optional.empty();
    }
    var text = NOT_IN_A_LINE.matcher(typed).replaceAll(" ").replaceAll("\\s+", " ").strip();
    return text.isEmpty() || text.codePointCount(0, text.length()) > most
        ? Optional.empty()
        : Optional.of(new Line(text));
  }

  @Override
  public String toString() {
    return text;
  }
}
