package postern.mail.dkim;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The relaxed canonicalization of RFC 6376 section 3.4, which forgives what hosts do to blanks. */
final class Relaxed {
  private Relaxed() {}

  /** A field with its name, as it stands in the message, in one line without its end. */
  static String field(String field) {
    int colon = field.indexOf(':');
    var name = field.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    var value = field.substring(colon + 1).replaceAll("\r\n", "").replaceAll("[ \t]+", " ");
    return name + ":" + trimmed(value);
  }

  /** The body from the given octet on. */
  static byte[] body(byte[] message, int from) {
    var out = new ByteArrayOutputStream(message.length - from + 2);
    int emptyLines = 0;
    for (int at = from; at < message.length; ) {
      int end = lineEnd(message, at);
      int last = end;
      while (last > at && blank(message[last - 1])) {
        last--;
      }
      if (last == at) {
        emptyLines++;
      } else {
        for (; emptyLines > 0; emptyLines--) {
          out.writeBytes(new byte[] {'\r', '\n'});
        }
        line(out, message, at, last);
      }
      at = Math.min(message.length, end + 2);
    }
    return out.toByteArray();
  }

  private static void line(ByteArrayOutputStream out, byte[] message, int from, int to) {
    for (int at = from; at < to; at++) {
      if (!blank(message[at])) {
        out.write(message[at]);
      } else if (at == from || !blank(message[at - 1])) {
        out.write(' ');
      }
    }
    out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  private static int lineEnd(byte[] message, int from) {
    for (int at = from; at + 1 < message.length; at++) {
      if (message[at] == '\r' && message[at + 1] == '\n') {
        return at;
      }
    }
    return message.length;
  }

  private static boolean blank(byte octet) {
    return octet == ' ' || octet == '\t';
  }

  // Not strip(): a no-break space in a name is no blank of RFC 6376.
  private static String trimmed(String value) {
    return value.replaceAll("^ | $", "");
  }
}
