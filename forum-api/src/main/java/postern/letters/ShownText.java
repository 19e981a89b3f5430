package postern.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import postern.mail.mime.Leaf;

/**
 * What readers could be shown of a message, as plain text, for the member who is asked whether it
 * is theirs. Where its plain and its HTML form say different things, both stand here: whoever
 * forged it chooses which one a mail program shows.
 */
final class ShownText {
  private static final int MAX = 10_000;

  private ShownText() {}

  static String of(LetterParts parts) {
    var text =
        parts.bodies().stream()
            .flatMap(body -> forms(body).stream())
            .collect(Collectors.joining("\n\n"));
    return text.length() <= MAX ? text : text.substring(0, MAX) + "…";
  }

  private static List<String> forms(LetterParts.Body body) {
    var forms = new ArrayList<String>();
    body.plain().map(Leaf::text).map(String::strip).ifPresent(forms::add);
    body.html()
        .map(leaf -> HtmlToPlain.of(HtmlTokens.read(leaf.text())).strip())
        .filter(html -> forms.stream().noneMatch(plain -> words(plain).equals(words(html))))
        .ifPresent(forms::add);
    return forms;
  }

  private static String words(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
