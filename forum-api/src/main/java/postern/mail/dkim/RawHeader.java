package postern.mail.dkim;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import postern.mail.mime.MailDate;

/**
 * The header as signed: every octet a char, folding kept. It exists only where each line is a field
 * or the continuation of one, between CRLFs; in anything else two readers could see two messages.
 *
 * @param body where the body begins
 */
record RawHeader(List<Field> fields, int body) {
  // RFC 5322 section 2.2, without the blanks before the colon that its obsolete form allows.
  private static final Pattern NAME = Pattern.compile("[!-9;-~]+");
  private static final Pattern STRAY = Pattern.compile("\r(?!\n)|(?<!\r)\n|\0");

  /**
   * @param text the whole field without its last CRLF
   */
  record Field(String text) {
    String name() {
      return text.substring(0, text.indexOf(':')).toLowerCase(Locale.ROOT);
    }

    String value() {
      return text.substring(text.indexOf(':') + 1);
    }

    /** Most fields hold an address. */
    @Override
    public String toString() {
      return "Field[hidden]";
    }
  }

  static Optional<RawHeader> read(byte[] raw) {
    int end = end(raw);
    var text = new String(raw, 0, end, StandardCharsets.ISO_8859_1);
    if (end < 2 || STRAY.matcher(text).find()) {
      return Optional.empty();
    }
    var fields = new ArrayList<Field>();
    for (var field : text.substring(0, end - 2).split("\r\n(?![ \t])", -1)) {
      int colon = field.indexOf(':');
      if (colon < 1 || !NAME.matcher(field.substring(0, colon)).matches()) {
        return Optional.empty();
      }
      fields.add(new Field(field));
    }
    return Optional.of(new RawHeader(List.copyOf(fields), Math.min(end + 2, raw.length)));
  }

  /** From the top. */
  List<Field> named(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).toList();
  }

  Optional<Instant> date() {
    return named("date").stream()
        .findFirst()
        .flatMap(field -> MailDate.parse(field.value().replaceAll("\\s+", " ").strip()));
  }

  /** Behind the last field's CRLF, before the empty line's. */
  private static int end(byte[] raw) {
    for (int at = 0; at + 3 < raw.length; at++) {
      if (raw[at] == '\r' && raw[at + 1] == '\n' && raw[at + 2] == '\r' && raw[at + 3] == '\n') {
        return at + 2;
      }
    }
    boolean whole = raw.length >= 2 && raw[raw.length - 2] == '\r' && raw[raw.length - 1] == '\n';
    return whole ? raw.length : 0;
  }
}
