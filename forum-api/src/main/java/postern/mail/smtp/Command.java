package postern.mail.smtp;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * One command line: a verb and what follows it, without any control character. It may hold an
 * address.
 */
final class Command {
  enum Verb {
    EHLO,
    HELO,
    LHLO,
    MAIL,
    RCPT,
    DATA,
    RSET,
    NOOP,
    VRFY,
    QUIT,
    STARTTLS,
    XFORWARD,
    BDAT,
    OTHER
  }

  private final Verb verb;
  private final String argument;

  private Command(Verb verb, String argument) {
    this.verb = verb;
    this.argument = argument;
  }

  /**
   * Reads a line without its CRLF. Empty when it holds CR, LF, NUL or another control character, or
   * is no UTF-8; and when it goes beyond ASCII in a command other than MAIL and RCPT (RFC 6531
   * section 3.1).
   */
  static Optional<Command> parse(byte[] line) {
    return decode(line).flatMap(Command::parse);
  }

  private static Optional<Command> parse(String text) {
    int space = text.indexOf(' ');
    var verb = verb(space < 0 ? text : text.substring(0, space));
    boolean international = verb == Verb.MAIL || verb == Verb.RCPT;
    if (!international && !isAscii(text)) {
      return Optional.empty();
    }
    return Optional.of(new Command(verb, space < 0 ? "" : text.substring(space + 1).strip()));
  }

  /** UTF-8 without control characters, strictly. */
  static Optional<String> decode(byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.chars().anyMatch(Character::isISOControl) ? Optional.empty() : Optional.of(text);
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  Verb verb() {
    return verb;
  }

  String argument() {
    return argument;
  }

  private static Verb verb(String word) {
    try {
      var verb = Verb.valueOf(word.toUpperCase(Locale.ROOT));
      // Other letters than ASCII can have ASCII capitals.
      return isAscii(word) ? verb : Verb.OTHER;
    } catch (IllegalArgumentException unknown) {
      return Verb.OTHER;
    }
  }

  @Override
  public String toString() {
    return "Command[" + verb + "]";
  }
}
