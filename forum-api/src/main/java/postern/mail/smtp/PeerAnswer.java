package postern.mail.smtp;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What the relay host answered about a message. Its words may hold an address, so they have no text
 * form.
 */
public final class PeerAnswer {
  /** What the answer is about. Only a refused recipient says something of the recipient. */
  public enum Stage {
    SENDER,
    RECIPIENT,
    MESSAGE
  }

  private static final Pattern ENHANCED =
      Pattern.compile("([245]\\.\\d{1,3}\\.\\d{1,3})(?: .*)?", Pattern.DOTALL);

  private final Stage stage;
  private final int code;
  private final String text;
  private final String safe;

  PeerAnswer(Stage stage, int code, String text, UnaryOperator<String> masking) {
    this.stage = stage;
    this.code = code;
    this.text = text;
    this.safe = masking.apply(text);
  }

  public Stage stage() {
    return stage;
  }

  /** The reply code of RFC 5321 section 4.2. */
  public int code() {
    return code;
  }

  /** The enhanced code of RFC 3463, where there is one. */
  public Optional<String> enhanced() {
    var matcher = ENHANCED.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The host's words without anybody's address, for operators. */
  public String safeWords() {
    return safe;
  }

  @Override
  public String toString() {
    return "PeerAnswer[" + stage + " " + code + enhanced().map(e -> " " + e).orElse("") + "]";
  }
}
