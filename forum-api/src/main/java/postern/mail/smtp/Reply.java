package postern.mail.smtp;

import java.util.regex.Pattern;

/**
 * An answer as SMTP says it: a code (RFC 5321 section 4.2), an enhanced code (RFC 3463) and a
 * sentence for a person. The text is one line of printable ASCII, so that no answer can carry a
 * second one, and should hold nothing that the peer said.
 */
public record Reply(int code, String enhanced, String text) {
  /**
   * With code, enhanced code and CRLF this stays under the 512 octets of RFC 5321 section
   * 4.5.3.1.5.
   */
  public static final int MAX_TEXT = 480;

  private static final Pattern TEXT = Pattern.compile("[ -~]{1," + MAX_TEXT + "}");
  private static final Pattern ENHANCED = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");

  public Reply {
    if (code < 200 || code > 559) {
      throw new IllegalArgumentException("a reply code is 200 to 559");
    }
    boolean plain = enhanced.isEmpty();
    if (!plain
        && (!ENHANCED.matcher(enhanced).matches() || enhanced.charAt(0) - '0' != code / 100)) {
      throw new IllegalArgumentException("an enhanced code has the class of its reply code");
    }
    if (!TEXT.matcher(text).matches()) {
      throw new IllegalArgumentException("the text of a reply is one line of printable ASCII");
    }
  }

  /** The message is kept; from now on it is ours to answer for. */
  public static Reply accepted() {
    return new Reply(250, "2.0.0", "The message is accepted");
  }

  /**
   * What every recipient gets whom we do not serve: unknown, closed, blocked and erased look the
   * same.
   */
  public static Reply noSuchMailbox() {
    return new Reply(550, "5.1.1", "No such mailbox here");
  }

  /** Our own trouble: the sender should keep the message and try again. */
  public static Reply tryLater() {
    return new Reply(
        451, "4.3.0", "This server has a problem at the moment, please try again later");
  }

  /** The disk is full. */
  public static Reply noSpace() {
    return new Reply(452, "4.3.1", "This server is out of space, please try again later");
  }

  public boolean positive() {
    return code / 100 == 2;
  }

  /** True for what may end a recipient or a message: 250, a 4xx other than 421, or a 5xx. */
  boolean decides() {
    return code == 250 || code >= 400 && code != 421;
  }

  String line() {
    return code + " " + (enhanced.isEmpty() ? "" : enhanced + " ") + text;
  }
}
