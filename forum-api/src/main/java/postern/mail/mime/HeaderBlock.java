package postern.mail.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The fields before the first empty line, unfolded, and where the body begins. */
record HeaderBlock(List<HeaderField> fields, Bytes body) {

  static HeaderBlock read(Bytes bytes, MimeLimits limits, boolean message)
      throws MessageReader.LimitBroken {
    var fields = new ArrayList<HeaderField>();
    int line = bytes.from();
    if (message && startsWith(bytes, line, "From ")) {
      // The separator of an mbox, left in by careless programs.
      line = bytes.nextLine(line);
    }
    while (line < bytes.to()) {
      if (line - bytes.from() > limits.maxHeaderBytes()) {
        throw new MessageReader.LimitBroken(Limit.HEADER_BYTES);
      }
      int end = bytes.lineEnd(line);
      if (end == line) {
        return new HeaderBlock(fields, bytes.sub(bytes.nextLine(line), bytes.to()));
      }
      int colon = colon(bytes, line, end);
      if (colon < 0 && !fieldFollows(bytes, line)) {
        // No field and no empty line: the body began without one.
        return new HeaderBlock(fields, bytes.sub(line, bytes.to()));
      }
      int next = bytes.nextLine(line);
      while (next < bytes.to() && isBlank(bytes.array()[next])) {
        next = bytes.nextLine(next);
      }
      if (next - bytes.from() > limits.maxHeaderBytes()) {
        throw new MessageReader.LimitBroken(Limit.HEADER_BYTES);
      }
      if (colon >= 0) {
        fields.add(field(bytes, line, colon, next));
      }
      if (fields.size() > limits.maxHeaders()) {
        throw new MessageReader.LimitBroken(Limit.HEADER_COUNT);
      }
      line = next;
    }
    return new HeaderBlock(fields, bytes.sub(bytes.to(), bytes.to()));
  }

  private static HeaderField field(Bytes bytes, int from, int colon, int to) {
    var name = new String(bytes.array(), from, colon - from, StandardCharsets.US_ASCII).strip();
    var value = Charsets.guess(Arrays.copyOfRange(bytes.array(), colon + 1, to));
    return new HeaderField(name, unfold(value));
  }

  // RFC 5322 section 2.2.3: a folding is the white space behind it. Other controls have no business
  // in a header.
  private static String unfold(String value) {
    var text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\r' || c == '\n') {
        continue;
      }
      text.append(Character.isISOControl(c) ? ' ' : c);
    }
    return text.toString().strip();
  }

  // A name is printable ASCII without colon (RFC 5322 section 2.2); blanks before the colon are the
  // obsolete form.
  private static int colon(Bytes bytes, int from, int end) {
    boolean blank = false;
    for (int i = from; i < end; i++) {
      byte b = bytes.array()[i];
      if (b == ':') {
        return i > from ? i : -1;
      }
      if (isBlank(b)) {
        if (i == from) {
          return -1;
        }
        blank = true;
      } else if (b < 33 || blank) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean fieldFollows(Bytes bytes, int line) {
    int next = line;
    for (int i = 0; i < 3; i++) {
      next = bytes.nextLine(next);
      if (next >= bytes.to() || bytes.lineEnd(next) == next) {
        return false;
      }
      if (colon(bytes, next, bytes.lineEnd(next)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  private static boolean startsWith(Bytes bytes, int at, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (at + i >= bytes.to() || bytes.array()[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
