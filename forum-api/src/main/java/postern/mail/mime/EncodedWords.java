package postern.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The encoded words of RFC 2047, read leniently: inside quotes, with spaces in them, split in the
 * middle of a letter by a folding, with the language of RFC 2231 section 5. What cannot be decoded
 * stays as it came.
 */
final class EncodedWords {
  // RFC 2047 section 2 says 75; a bound keeps a header full of beginnings from costing its square.
  private static final int MAX_WORD = 8000;

  private EncodedWords() {}

  static String decode(String value) {
    if (!value.contains("=?")) {
      return value;
    }
    var text = new StringBuilder();
    var pending = new Pending();
    int at = 0;
    while (at < value.length()) {
      int start = value.indexOf("=?", at);
      var word = start < 0 ? Optional.<Word>empty() : Word.at(value, start);
      if (start < 0) {
        break;
      }
      if (word.isEmpty()) {
        pending.flush(text);
        text.append(value, at, start + 2);
        at = start + 2;
        continue;
      }
      // White space between two encoded words is not part of the text (RFC 2047 section 6.2).
      var between = value.substring(at, start);
      if (!pending.active() || !between.isBlank()) {
        pending.flush(text);
        text.append(between);
      }
      pending.add(word.get(), text);
      at = word.get().end();
    }
    pending.flush(text);
    return text.append(value, Math.min(at, value.length()), value.length()).toString();
  }

  private record Word(String charset, byte[] bytes, int end) {
    static Optional<Word> at(String value, int start) {
      int charsetEnd = value.indexOf('?', start + 2);
      if (charsetEnd < 0 || charsetEnd - start > 80 || charsetEnd + 2 >= value.length()) {
        return Optional.empty();
      }
      char kind = Character.toLowerCase(value.charAt(charsetEnd + 1));
      int textStart = charsetEnd + 3;
      if ((kind != 'b' && kind != 'q') || value.charAt(charsetEnd + 2) != '?') {
        return Optional.empty();
      }
      int end = value.indexOf("?=", textStart, Math.min(value.length(), textStart + MAX_WORD));
      if (end < 0) {
        return Optional.empty();
      }
      var charset = value.substring(start + 2, charsetEnd);
      int language = charset.indexOf('*');
      var label = language < 0 ? charset : charset.substring(0, language);
      if (Charsets.find(label).isEmpty()) {
        return Optional.empty();
      }
      var encoded = value.substring(textStart, end).getBytes(StandardCharsets.UTF_8);
      var bytes = kind == 'b' ? TransferEncoding.base64(encoded) : q(encoded);
      return Optional.of(new Word(label, bytes, end + 2));
    }

    private static byte[] q(byte[] encoded) {
      var spaced = encoded.clone();
      for (int i = 0; i < spaced.length; i++) {
        if (spaced[i] == '_') {
          spaced[i] = ' ';
        }
      }
      return TransferEncoding.quotedPrintable(spaced, false);
    }
  }

  /**
   * Words in one charset are decoded together, since some programs split a letter over two of them.
   */
  private static final class Pending {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private String charset;

    boolean active() {
      return charset != null;
    }

    void add(Word word, StringBuilder text) {
      if (charset != null && !charset.equalsIgnoreCase(word.charset())) {
        flush(text);
      }
      charset = word.charset();
      bytes.writeBytes(word.bytes());
    }

    void flush(StringBuilder text) {
      if (charset != null) {
        text.append(Charsets.decode(bytes.toByteArray(), charset));
        bytes.reset();
        charset = null;
      }
    }
  }
}
