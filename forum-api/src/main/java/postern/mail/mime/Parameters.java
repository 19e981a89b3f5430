package postern.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A header value with parameters: {@code text/plain; charset=utf-8}. Reads RFC 2231 continuations
 * and charsets, encoded words inside quotes, missing quotes and stray semicolons.
 */
final class Parameters {
  private static final int MAX = 100;

  private final String value;
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private final Map<String, TreeMap<Integer, Section>> sections = new LinkedHashMap<>();

  private record Section(String text, boolean extended) {}

  private Parameters(String value) {
    this.value = value;
  }

  static Parameters parse(String header) {
    int end = header.indexOf(';');
    var parsed =
        new Parameters(
            (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT));
    if (end >= 0) {
      parsed.readAll(header, end + 1);
    }
    parsed.joinSections();
    return parsed;
  }

  /** What stands before the first semicolon, in lower case. */
  String value() {
    return value;
  }

  Map<String, String> parameters() {
    return parameters;
  }

  private void readAll(String text, int from) {
    int at = from;
    for (int count = 0; at < text.length() && count < MAX; count++) {
      int equals = text.indexOf('=', at);
      int semicolon = text.indexOf(';', at);
      if (equals < 0) {
        return;
      }
      if (semicolon >= 0 && semicolon < equals) {
        at = semicolon + 1;
        continue;
      }
      var name = text.substring(at, equals).strip().toLowerCase(Locale.ROOT);
      int start = equals + 1;
      while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
        start++;
      }
      boolean quoted = start < text.length() && text.charAt(start) == '"';
      var found = new StringBuilder();
      at = quoted ? quoted(text, start + 1, found) : bare(text, start, found);
      put(name, found.toString());
    }
  }

  private static int quoted(String text, int from, StringBuilder found) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '"') {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      found.append(text.charAt(at++));
    }
    int semicolon = text.indexOf(';', at);
    return semicolon < 0 ? text.length() : semicolon + 1;
  }

  private static int bare(String text, int from, StringBuilder found) {
    int semicolon = text.indexOf(';', from);
    int end = semicolon < 0 ? text.length() : semicolon;
    found.append(text.substring(from, end).strip());
    return Math.min(end + 1, text.length());
  }

  private void put(String name, String text) {
    int star = name.indexOf('*');
    if (star < 0) {
      parameters.putIfAbsent(name, EncodedWords.decode(text));
      return;
    }
    boolean extended = name.endsWith("*");
    var number =
        name.substring(
            star + 1, extended && name.length() > star + 1 ? name.length() - 1 : name.length());
    int index = number.matches("[0-9]{1,3}") ? Integer.parseInt(number) : 0;
    sections
        .computeIfAbsent(name.substring(0, star), _ -> new TreeMap<>())
        .putIfAbsent(index, new Section(text, extended));
  }

  // RFC 2231 sections 3 and 4: charset'language'percent-encoded, the charset in the first section
  // only.
  private void joinSections() {
    for (var entry : sections.entrySet()) {
      String charset = null;
      var bytes = new java.io.ByteArrayOutputStream();
      for (var section : entry.getValue().values()) {
        var text = section.text();
        if (section.extended() && charset == null) {
          int first = text.indexOf('\'');
          int second = text.indexOf('\'', first + 1);
          charset = first > 0 && second > 0 ? text.substring(0, first) : "utf-8";
          text = first >= 0 && second > 0 ? text.substring(second + 1) : text;
        }
        bytes.writeBytes(
            section.extended() ? unpercent(text) : text.getBytes(StandardCharsets.UTF_8));
      }
      parameters.put(
          entry.getKey(),
          Charsets.decode(bytes.toByteArray(), charset == null ? "utf-8" : charset));
    }
  }

  private static byte[] unpercent(String text) {
    return TransferEncoding.quotedPrintable(
        text.replace("=", "=3D").replace('%', '=').getBytes(StandardCharsets.UTF_8), false);
  }
}
