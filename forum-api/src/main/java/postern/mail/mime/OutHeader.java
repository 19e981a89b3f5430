package postern.mail.mime;

import java.util.regex.Pattern;
import postern.kernel.MaskedAddress;

/**
 * A header field that we write. Its three kinds are the only ways to make one, and none lets a line
 * end through, so that nobody's text can become a header of its own.
 */
public sealed interface OutHeader {
  String name();

  /** Free text: controls become blanks, what is not ASCII becomes encoded words (RFC 2047). */
  record Text(String name, String text) implements OutHeader {
    public Text {
      requireName(name);
      text = printable(text);
    }

    @Override
    public String toString() {
      return name + "[hidden]";
    }
  }

  /**
   * What a program reads: printable ASCII that we made ourselves. Anything else is a bug and
   * throws.
   */
  record Machine(String name, String value) implements OutHeader {
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]{1,4000}");

    public Machine {
      requireName(name);
      if (!PRINTABLE.matcher(value).matches()) {
        throw new IllegalArgumentException("a machine's header is printable ASCII");
      }
    }
  }

  /** A name and a masked address: a real one does not compile here. */
  record Masked(String name, String display, MaskedAddress address) implements OutHeader {
    public Masked {
      requireName(name);
      display = printable(display);
    }
  }

  /** A name and an address of the house itself: {@code notices@}, {@code reply.…@}. */
  record House(String name, String display, String localPart, String domain) implements OutHeader {
    private static final Pattern LOCAL = Pattern.compile("[a-z0-9]+(?:[.-][a-z0-9]+)*");

    public House {
      requireName(name);
      display = printable(display);
      if (!LOCAL.matcher(localPart).matches() || !domain.matches("[a-z0-9.-]{1,253}")) {
        throw new IllegalArgumentException(
            "an address of the house has plain letters, digits, dots and hyphens");
      }
    }
  }

  private static void requireName(String name) {
    if (!name.matches("[A-Za-z][A-Za-z0-9-]{0,60}") || name.equalsIgnoreCase("to")) {
      throw new IllegalArgumentException("no header name for the writer");
    }
  }

  private static String printable(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }
}
