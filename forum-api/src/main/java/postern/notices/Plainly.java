package postern.notices;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A member's words as one line of a mail. Every address-shaped string becomes the same mark, right
 * or wrong, and what a post quotes is left out: it is another's.
 */
final class Plainly {
  static final String MARK = "[address hidden]";

  private static final int LONGEST = 300;
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s<>()\\[\\]\"',;:]+@[^\\s<>()\\[\\]\"',;:]+\\.[^\\s<>()\\[\\]\"',;:]+");

  private Plainly() {}

  static String title(String title) {
    return line(title);
  }

  /** The first words of a post, as it was written. */
  static String excerpt(String body) {
    var line =
        line(
            body.lines()
                .takeWhile(text -> !text.equals("-- "))
                .filter(text -> !text.stripLeading().startsWith(">"))
                .collect(Collectors.joining(" ")));
    if (line.codePointCount(0, line.length()) <= LONGEST) {
      return line;
    }
    var cut = line.substring(0, line.offsetByCodePoints(0, LONGEST));
    int space = cut.lastIndexOf(' ');
    return (space > LONGEST / 2 ? cut.substring(0, space) : cut) + "…";
  }

  private static String line(String words) {
    var plain = words.replaceAll("[\\p{Cc}\\p{Cs}\\p{Z}\\u2028\\u2029]+", " ").strip();
    return ADDRESS.matcher(plain).replaceAll(java.util.regex.Matcher.quoteReplacement(MARK));
  }
}
