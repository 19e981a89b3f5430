package postern.mail.dkim;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** How much may change on the way without breaking a signature (RFC 6376 section 3.4). */
enum Canonical {
  SIMPLE {
    @Override
    String field(RawHeader.Field field) {
      return field.text();
    }

    @Override
    int end(byte[] raw, int from, int to) {
      return to;
    }

    @Override
    void line(byte[] raw, int from, int to, MessageDigest digest) {
      digest.update(raw, from, to - from);
    }

    @Override
    void nothing(MessageDigest digest) {
      digest.update(CRLF);
    }
  },

  RELAXED {
    @Override
    String field(RawHeader.Field field) {
      var value = field.value().replace("\r\n", "").replaceAll("[ \t]+", " ");
      return field.name() + ":" + value.replaceAll("^ | $", "");
    }

    @Override
    int end(byte[] raw, int from, int to) {
      int end = to;
      while (end > from && isBlank(raw[end - 1])) {
        end--;
      }
      return end;
    }

    @Override
    void line(byte[] raw, int from, int to, MessageDigest digest) {
      int run = from;
      for (int at = from; at < to; at++) {
        if (isBlank(raw[at])) {
          digest.update(raw, run, at - run);
          digest.update((byte) ' ');
          while (at + 1 < to && isBlank(raw[at + 1])) {
            at++;
          }
          run = at + 1;
        }
      }
      digest.update(raw, run, to - run);
    }

    @Override
    void nothing(MessageDigest digest) {
      // An empty body stays empty.
    }
  };

  private static final byte[] CRLF = "\r\n".getBytes(StandardCharsets.US_ASCII);

  /** A field, without its last CRLF. */
  abstract String field(RawHeader.Field field);

  /** Where a line that ends at {@code to} ends for the signature. */
  abstract int end(byte[] raw, int from, int to);

  abstract void line(byte[] raw, int from, int to, MessageDigest digest);

  abstract void nothing(MessageDigest digest);

  /** Feeds the body, without the empty lines at its end, and without a copy of it. */
  void body(byte[] raw, int from, MessageDigest digest) {
    boolean any = false;
    int emptyLines = 0;
    for (int at = from; at < raw.length; ) {
      int to = lineEnd(raw, at);
      int end = end(raw, at, to);
      if (end == at) {
        emptyLines++;
      } else {
        for (; emptyLines > 0; emptyLines--) {
          digest.update(CRLF);
        }
        line(raw, at, end, digest);
        digest.update(CRLF);
        any = true;
      }
      at = to + 2;
    }
    if (!any) {
      nothing(digest);
    }
  }

  private static int lineEnd(byte[] raw, int from) {
    for (int at = from; at + 1 < raw.length; at++) {
      if (raw[at] == '\r' && raw[at + 1] == '\n') {
        return at;
      }
    }
    return raw.length;
  }

  private static boolean isBlank(byte octet) {
    return octet == ' ' || octet == '\t';
  }
}
