package postern.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes header fields in ASCII, folded at 76 columns (RFC 5322 section 2.2.3, RFC 2047). */
final class HeaderEncoder {
  private static final int WIDTH = 76;
  // So that a word fits its line behind "Subject: ", less "=?UTF-8?B?" and "?=", in groups of three
  // bytes.
  private static final int WORD_BYTES = 39;

  private HeaderEncoder() {}

  static String field(OutHeader header) {
    return switch (header) {
      case OutHeader.Text(var name, var text) -> fold(name + ": " + unstructured(text));
      case OutHeader.Machine(var name, var value) -> fold(name + ": " + value);
      case OutHeader.Masked(var name, var display, var address) ->
          fold(name + ": " + mailbox(display, address.text()));
      case OutHeader.House(var name, var display, var local, var domain) ->
          fold(name + ": " + mailbox(display, local + "@" + domain));
    };
  }

  static String mailbox(String display, String address) {
    if (display.isBlank()) {
      return "<" + address + ">";
    }
    var phrase = isAscii(display) ? quoted(display) : words(display);
    return phrase + " <" + address + ">";
  }

  private static String unstructured(String text) {
    // What looks like an encoded word, or cannot be folded, must be encoded to be read as it was
    // meant.
    boolean plain = isAscii(text) && !text.contains("=?") && longestToken(text) < 900;
    return plain ? text : words(text);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String words(String text) {
    var out = new StringBuilder();
    var word = new StringBuilder();
    int bytes = 0;
    for (int c : text.codePoints().toArray()) {
      int size = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
      if (bytes + size > WORD_BYTES) {
        append(out, word);
        bytes = 0;
      }
      word.appendCodePoint(c);
      bytes += size;
    }
    append(out, word);
    return out.toString();
  }

  private static void append(StringBuilder out, StringBuilder word) {
    if (!word.isEmpty()) {
      var encoded =
          Base64.getEncoder().encodeToString(word.toString().getBytes(StandardCharsets.UTF_8));
      out.append(out.isEmpty() ? "" : " ").append("=?UTF-8?B?").append(encoded).append("?=");
      word.setLength(0);
    }
  }

  /** Breaks before blanks only, and never so that a line would hold nothing but blanks. */
  static String fold(String line) {
    var out = new StringBuilder();
    int start = 0;
    while (line.length() - start > WIDTH) {
      int blank = line.lastIndexOf(' ', start + WIDTH);
      while (blank > start && line.substring(start, blank).isBlank()) {
        blank = -1;
      }
      if (blank <= start || isNameEnd(line, start, blank)) {
        blank = line.indexOf(' ', Math.max(start + WIDTH, line.indexOf(' ') + 1));
      }
      if (blank < 0 || line.substring(blank).isBlank()) {
        break;
      }
      out.append(line, start, blank).append("\r\n");
      start = blank;
    }
    return out.append(line.substring(start)).append("\r\n").toString();
  }

  private static boolean isNameEnd(String line, int start, int blank) {
    return start == 0 && blank == line.indexOf(' ');
  }

  private static int longestToken(String text) {
    int longest = 0;
    for (var token : text.split(" ")) {
      longest = Math.max(longest, token.length());
    }
    return longest;
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c >= 32 && c < 127);
  }
}
