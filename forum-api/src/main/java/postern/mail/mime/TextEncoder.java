package postern.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Bodies as lines of at most 76 ASCII characters that no mail host needs to touch (RFC 2045
 * sections 6.7 and 6.8).
 */
final class TextEncoder {
  private static final int WIDTH = 75;
  private static final String HEX = "0123456789ABCDEF";

  private TextEncoder() {}

  record Encoded(String encoding, String body) {}

  static Encoded text(String text) {
    var lines = text.replace("\r\n", "\n").replace('\r', '\n');
    lines = lines.endsWith("\n") ? lines : lines + "\n";
    if (isPlain(lines)) {
      return new Encoded("7bit", lines.replace("\n", "\r\n"));
    }
    long beyond = lines.chars().filter(c -> c > 126).count();
    return beyond * 3 > lines.length()
        ? new Encoded(
            "base64", base64(lines.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)))
        : new Encoded("quoted-printable", quotedPrintable(lines));
  }

  static String base64(byte[] bytes) {
    return Base64.getMimeEncoder(76, new byte[] {'\r', '\n'}).encodeToString(bytes) + "\r\n";
  }

  // "From " and a lone dot are changed by some hosts, which would break the signature.
  private static boolean isPlain(String lines) {
    return lines
        .lines()
        .allMatch(
            line ->
                line.length() <= 78
                    && line.chars().allMatch(c -> c >= 32 && c < 127)
                    && !line.startsWith("From ")
                    && !line.startsWith(".")
                    && !line.endsWith(" "));
  }

  private static String quotedPrintable(String lines) {
    var out = new StringBuilder(lines.length() * 5 / 4);
    for (var line : lines.split("\n", -1)) {
      int column = 0;
      var bytes = line.getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < bytes.length; i++) {
        var piece = piece(bytes, i);
        if (column + piece.length() > WIDTH) {
          out.append("=\r\n");
          column = 0;
        }
        out.append(piece);
        column += piece.length();
      }
      out.append("\r\n");
    }
    // The split leaves one empty piece behind the last line end.
    out.setLength(out.length() - 2);
    return out.toString();
  }

  private static String piece(byte[] bytes, int i) {
    int b = bytes[i] & 0xff;
    boolean last = i == bytes.length - 1;
    boolean literal = b >= 33 && b < 127 && b != '=' || (b == ' ' || b == '\t') && !last;
    if (i == 0 && (b == '.' || b == 'F')) {
      literal = false;
    }
    return literal ? String.valueOf((char) b) : "=" + HEX.charAt(b >> 4) + HEX.charAt(b & 15);
  }
}
