package postern.mail.smtp;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A host's answer without anybody's address: the recipient's in any part, whatever has the shape of
 * one, and what stands in angles or quotes.
 */
final class AnswerWords {
  private static final int MOST = 200;
  private static final Pattern ANGLED = Pattern.compile("<[^<>]{0,400}>|\"[^\"]{0,400}\"");
  private static final Pattern SHAPED =
      Pattern.compile("[^\\s<>\"@]{1,200}(?:@|%40|=40|\\(at\\)| at )[^\\s<>\"@]{1,255}");
  private static final String MARK = "(address)";

  private AnswerWords() {}

  /**
   * @param address the recipient's text, which must not be told on
   */
  static String without(String address, String answer) {
    int at = address.lastIndexOf('@');
    var text = answer.length() > 1000 ? answer.substring(0, 1000) : answer;
    text = text.replaceAll("[^ -~]+", " ");
    text = ANGLED.matcher(text).replaceAll(MARK);
    text = replaced(address.substring(at + 1), replaced(address, text, MARK), "(host)");
    text = word(address.substring(0, at), text);
    text = SHAPED.matcher(text).replaceAll(MARK);
    return text.length() > MOST ? text.substring(0, MOST) : text;
  }

  private static String replaced(String hidden, String text, String mark) {
    return Pattern.compile(Pattern.quote(hidden), Pattern.CASE_INSENSITIVE)
        .matcher(text)
        .replaceAll(mark);
  }

  // The local part alone, where no letter stands beside it.
  private static String word(String local, String text) {
    return Pattern.compile(
            "(?<![a-z0-9])" + Pattern.quote(local.toLowerCase(Locale.ROOT)) + "(?![a-z0-9])",
            Pattern.CASE_INSENSITIVE)
        .matcher(text)
        .replaceAll(MARK);
  }
}
