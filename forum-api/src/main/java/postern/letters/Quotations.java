package postern.letters;

import java.util.List;
import java.util.regex.Pattern;
import postern.mail.mime.BodySplit;

/**
 * Which lines of a letter are quoted, with a lean to yes: a line too much is marked, a line too few
 * could tell.
 */
final class Quotations {
  private static final Pattern ANNOUNCES =
      Pattern.compile("(?:[:：>]|@[\\p{L}\\p{N}.-]*[\\p{L}\\p{N}][)\\]]?)$");

  private Quotations() {}

  static boolean[] of(List<String> lines) {
    var split = BodySplit.ofLines(lines);
    var quoted = new boolean[lines.size()];
    for (int i = 0; i < quoted.length; i++) {
      quoted[i] =
          split.kindOfLine(i) == BodySplit.Kind.QUOTATION
              || lines.get(i).stripLeading().startsWith(">");
    }
    for (int i = 1; i < quoted.length; i++) {
      if (quoted[i] && !quoted[i - 1]) {
        markAttribution(lines, quoted, i - 1);
      }
    }
    return quoted;
  }

  // Somebody is named above a quotation in every language: up to three lines, the last ending in a
  // colon or an address.
  private static void markAttribution(List<String> lines, boolean[] quoted, int above) {
    int last = above;
    while (last >= 0 && lines.get(last).isBlank()) {
      last--;
    }
    if (last < 0 || above - last > 2 || quoted[last]) {
      return;
    }
    var line = lines.get(last).strip();
    boolean announces = ANNOUNCES.matcher(line).find();
    if (!announces || line.length() > 300) {
      return;
    }
    for (int i = last; i > last - 3 && i >= 0 && !lines.get(i).isBlank(); i--) {
      quoted[i] = true;
    }
  }
}
