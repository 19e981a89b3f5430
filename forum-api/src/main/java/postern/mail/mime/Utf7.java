package postern.mail.mime;

import java.nio.charset.StandardCharsets;

/** UTF-7 of RFC 2152, for reading only: old programs wrote it, and an address hides well in it. */
final class Utf7 {
  private Utf7() {}

  static String decode(String text) {
    var out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != '+') {
        out.append(c);
        at++;
        continue;
      }
      int end = at + 1;
      while (end < text.length() && isBase64(text.charAt(end))) {
        end++;
      }
      boolean closed = end < text.length() && text.charAt(end) == '-';
      if (end == at + 1) {
        out.append('+');
      } else {
        var bytes =
            TransferEncoding.base64(
                text.substring(at + 1, end).getBytes(StandardCharsets.US_ASCII));
        out.append(new String(bytes, 0, bytes.length & ~1, StandardCharsets.UTF_16BE));
      }
      at = closed ? end + 1 : end;
    }
    return out.toString();
  }

  private static boolean isBase64(char c) {
    return c < 128 && (Character.isLetterOrDigit(c) || c == '/' || c == '+');
  }
}
