package postern.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Content-Transfer-Encoding (RFC 2045 section 6), read leniently: junk is skipped or kept as text,
 * never an error.
 */
enum TransferEncoding {
  IDENTITY,
  BASE64,
  QUOTED_PRINTABLE,
  UUENCODE;

  static TransferEncoding of(String header) {
    var name =
        header.toLowerCase(Locale.ROOT).replaceAll("[;(].*", "").replaceAll("[^a-z0-9-]", "");
    return switch (name) {
      case "base64" -> BASE64;
      case "quoted-printable", "quotedprintable", "quoted" -> QUOTED_PRINTABLE;
      case "uuencode", "x-uuencode", "x-uue", "uue" -> UUENCODE;
      default -> IDENTITY;
    };
  }

  byte[] decode(byte[] encoded) {
    return switch (this) {
      case IDENTITY -> encoded;
      case BASE64 -> base64(encoded);
      case QUOTED_PRINTABLE -> quotedPrintable(encoded, true);
      case UUENCODE -> uuencode(encoded);
    };
  }

  /**
   * Skips what is not in the alphabet; padding ends a group, so that texts joined after padding are
   * read on.
   */
  static byte[] base64(byte[] encoded) {
    var out = new ByteArrayOutputStream(encoded.length * 3 / 4 + 3);
    int buffer = 0;
    int bits = 0;
    for (byte b : encoded) {
      if (b == '=') {
        bits = 0;
        buffer = 0;
        continue;
      }
      int value = sixBits(b);
      if (value < 0) {
        continue;
      }
      buffer = (buffer << 6 | value) & 0xffffff;
      bits += 6;
      if (bits >= 8) {
        bits -= 8;
        out.write(buffer >> bits);
      }
    }
    return out.toByteArray();
  }

  /**
   * A broken {@code =} stays as text. In a body, blanks before the end of a line are padding
   * (section 6.7, rule 3).
   */
  static byte[] quotedPrintable(byte[] encoded, boolean body) {
    var out = new ByteArrayOutputStream(encoded.length);
    int at = 0;
    while (at < encoded.length) {
      byte b = encoded[at];
      if (body && (b == ' ' || b == '\t')) {
        int next = skipBlanks(encoded, at);
        if (isLineEnd(encoded, next)) {
          at = next;
          continue;
        }
        out.write(encoded, at, next - at);
        at = next;
        continue;
      }
      if (b == '='
          && at + 2 < encoded.length
          && hex(encoded[at + 1]) >= 0
          && hex(encoded[at + 2]) >= 0) {
        out.write(hex(encoded[at + 1]) << 4 | hex(encoded[at + 2]));
        at += 3;
        continue;
      }
      if (b == '=' && body) {
        int next = skipBlanks(encoded, at + 1);
        if (isLineEnd(encoded, next)) {
          at = afterLineEnd(encoded, next);
          continue;
        }
      }
      out.write(b);
      at++;
    }
    return out.toByteArray();
  }

  private static byte[] uuencode(byte[] encoded) {
    var out = new ByteArrayOutputStream(encoded.length);
    boolean inside = false;
    for (var line : new String(encoded, StandardCharsets.ISO_8859_1).split("\r?\n")) {
      if (!inside) {
        inside = line.startsWith("begin ");
      } else if (line.equals("end")) {
        return out.toByteArray();
      } else {
        uuLine(line, out);
      }
    }
    // Without a beginning or an end it is no uuencoded file, whatever the header says.
    return encoded;
  }

  private static void uuLine(String line, ByteArrayOutputStream out) {
    int left = line.isEmpty() ? 0 : (line.charAt(0) - 32) & 63;
    for (int at = 1; left > 0 && at < line.length(); at += 4) {
      int group = 0;
      for (int i = 0; i < 4; i++) {
        group = group << 6 | (at + i < line.length() ? (line.charAt(at + i) - 32) & 63 : 0);
      }
      for (int shift = 16; shift >= 0 && left > 0; shift -= 8, left--) {
        out.write(group >> shift);
      }
    }
  }

  private static int skipBlanks(byte[] bytes, int at) {
    int next = at;
    while (next < bytes.length && (bytes[next] == ' ' || bytes[next] == '\t')) {
      next++;
    }
    return next;
  }

  private static boolean isLineEnd(byte[] bytes, int at) {
    return at >= bytes.length
        || bytes[at] == '\n'
        || (bytes[at] == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n');
  }

  private static int afterLineEnd(byte[] bytes, int at) {
    if (at >= bytes.length) {
      return at;
    }
    return bytes[at] == '\r' ? at + 2 : at + 1;
  }

  private static int hex(byte b) {
    return b < 0 ? -1 : Character.digit(b, 16);
  }

  private static int sixBits(byte b) {
    if (b >= 'A' && b <= 'Z') {
      return b - 'A';
    }
    if (b >= 'a' && b <= 'z') {
      return b - 'a' + 26;
    }
    if (b >= '0' && b <= '9') {
      return b - '0' + 52;
    }
    return switch (b) {
      case '+', '-' -> 62;
      case '/', '_' -> 63;
      default -> -1;
    };
  }
}
