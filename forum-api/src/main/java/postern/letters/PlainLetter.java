package postern.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The plain text of a letter, scrubbed line by line: words by what the sender hides, quotations of
 * every address.
 */
final class PlainLetter {
  private static final Pattern KEY =
      Pattern.compile(
          "-----BEGIN PGP PUBLIC KEY BLOCK-----.*?(?:-----END PGP PUBLIC KEY BLOCK-----|$)",
          Pattern.DOTALL);

  private PlainLetter() {}

  static String scrubbed(String text, Scrub scrub) {
    var clean = withoutControls(KEY.matcher(Links.unwrap(text)).replaceAll(LeftOut.KEY.line()));
    var lines = List.of(clean.split("\n", -1));
    var quoted = Quotations.of(lines);
    var out = new ArrayList<String>();
    int start = 0;
    for (int i = 1; i <= lines.size(); i++) {
      if (i == lines.size() || quoted[i] != quoted[start]) {
        var stretch = String.join("\n", lines.subList(start, i));
        out.add(quoted[start] ? scrub.quotation(stretch) : scrub.words(stretch));
        start = i;
      }
    }
    return String.join("\n", out).stripTrailing();
  }

  private static String withoutControls(String text) {
    return text.replaceAll("[\\p{Cc}&&[^\n\t]]", "");
  }
}
