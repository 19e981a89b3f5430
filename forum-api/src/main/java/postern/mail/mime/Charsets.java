package postern.mail.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Charsets as mail uses them: names that mean a larger set in practice (as the WHATWG encoding
 * standard has them), and labels that lie. Decoding never fails; what no guess can read becomes
 * windows-1252.
 */
final class Charsets {
  private static final Charset WESTERN = Charset.forName("windows-1252");

  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("utf8", "UTF-8"),
          Map.entry("unicode-1-1-utf-8", "UTF-8"),
          Map.entry("iso-8859-8-i", "iso-8859-8"),
          Map.entry("big5", "Big5-HKSCS"),
          Map.entry("cp-850", "IBM850"),
          Map.entry("ansi_x3.4-1968", "US-ASCII"),
          Map.entry("ascii", "US-ASCII"));

  private Charsets() {}

  /**
   * The charset that a label means; empty for none that we know. UTF-7 is known, though Java lacks
   * it.
   */
  static Optional<Charset> find(String label) {
    var name = clean(label);
    if (isUtf7(name)) {
      return Optional.of(StandardCharsets.US_ASCII);
    }
    try {
      return Optional.of(Charset.forName(MEANT.getOrDefault(name, name)));
    } catch (IllegalCharsetNameException
        | UnsupportedCharsetException
        | NullPointerException unknown) {
      return Optional.empty();
    }
  }

  /** Decodes by the label, or by what the bytes say where the label lies or is missing. */
  static String decode(byte[] bytes, String label) {
    if (isUtf7(clean(label)) && isAscii(bytes)) {
      return Utf7.decode(new String(bytes, StandardCharsets.US_ASCII));
    }
    var declared = find(label);
    // Short texts in the charsets of East Asia can be valid UTF-8 by chance, so their label is
    // believed first.
    boolean believed = declared.isPresent() && !isSingleByte(declared.get());
    if (!believed && isUtf8WithLetters(bytes)) {
      return withoutMark(new String(bytes, StandardCharsets.UTF_8));
    }
    return withoutMark(
        declared.flatMap(charset -> strictly(bytes, charset)).orElseGet(() -> guess(bytes)));
  }

  /** A raw header, which has no label: UTF-8 (RFC 6532), else what most old programs wrote. */
  static String guess(byte[] bytes) {
    return strictly(bytes, StandardCharsets.UTF_8).orElseGet(() -> new String(bytes, WESTERN));
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      var decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
      return Optional.of(decoder.decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException lie) {
      return isAsciiSuperset(charset)
              && charset != StandardCharsets.UTF_8
              && charset != StandardCharsets.US_ASCII
          ? Optional.of(new String(bytes, charset))
          : Optional.empty();
    }
  }

  // Text of a single-byte charset is next to never valid UTF-8 once it has two letters beyond
  // ASCII.
  private static boolean isUtf8WithLetters(byte[] bytes) {
    return !isAscii(bytes) && strictly(bytes, StandardCharsets.UTF_8).isPresent();
  }

  private static boolean isAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAsciiSuperset(Charset charset) {
    var name = charset.name();
    return !name.startsWith("UTF-16") && !name.startsWith("UTF-32") && !name.startsWith("ISO-2022");
  }

  private static boolean isSingleByte(Charset charset) {
    return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1.0f;
  }

  private static boolean isUtf7(String name) {
    return name.equals("utf-7") || name.equals("unicode-1-1-utf-7");
  }

  private static String clean(String label) {
    return label == null
        ? ""
        : label.strip().toLowerCase(Locale.ROOT).replaceAll("^[\"']+|[\"';]+$", "");
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
