package postern.search;

import java.text.Normalizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Brings what readers take for the same letter into one form: capitals and small letters, letters
 * with and without accents or vowel points, wide and narrow forms, the several forms of alef, yeh
 * and teh marbuta, ё and е, the two sigmas, and the digits of every script (Unicode Standard Annex
 * 15 for the compatible forms).
 */
final class Fold {
  private static final int MOST_FROM_ONE = 8;

  private Fold() {}

  /** One sign with the marks that belong to it; empty when it means nothing to a search. */
  static String of(String sign) {
    if (sign.length() == 1 && sign.charAt(0) < 128) {
      return String.valueOf(Character.toLowerCase(sign.charAt(0)));
    }
    var bare = new StringBuilder();
    Normalizer.normalize(sign, Normalizer.Form.NFKD)
        .codePoints()
        .forEach(point -> add(bare, point));
    return Normalizer.normalize(bare, Normalizer.Form.NFC);
  }

  private static void add(StringBuilder bare, int point) {
    if (isShort(point) && !bare.isEmpty() && bare.charAt(bare.length() - 1) == 'и') {
      bare.appendCodePoint(point);
    } else if (!isPoint(point) && !isJoiner(point)) {
      bare.append(letter(Character.toLowerCase(point)));
    }
  }

  // The breve that makes й another letter than и.
  private static boolean isShort(int point) {
    return point == 0x306;
  }

  /**
   * Accents and vowel points that are left out in writing by hand. Marks of other scripts are
   * letters to their readers, as are the voice marks of kana.
   */
  static boolean isPoint(int point) {
    return (point >= 0x300 && point <= 0x36f)
        || (point >= 0x483 && point <= 0x487)
        || (point >= 0x591
            && point <= 0x5c7
            && Character.getType(point) == Character.NON_SPACING_MARK)
        || (point >= 0x610 && point <= 0x61a)
        || (point >= 0x64b && point <= 0x65f)
        || point == 0x670
        || (point >= 0x6d6
            && point <= 0x6ed
            && Character.getType(point) == Character.NON_SPACING_MARK)
        || (point >= 0x1ab0 && point <= 0x1aff)
        || (point >= 0x1dc0 && point <= 0x1dff)
        || (point >= 0x20d0 && point <= 0x20ff)
        || (point >= 0xfe00 && point <= 0xfe2f);
  }

  /** Signs inside a word that only shape it: tatweel, joiners, the soft hyphen. */
  static boolean isJoiner(int point) {
    return point == 0x640
        || point == 0xad
        || (point >= 0x200b && point <= 0x200f)
        || point == 0x2060;
  }

  private static String letter(int point) {
    return switch (point) {
      case 'ς' -> "σ";
      case 'ё' -> "е";
      case 'ى', 'ی' -> "ي";
      case 'ة' -> "ه";
      case 'ٱ' -> "ا";
      case 'ک' -> "ك";
      default -> {
        int digit = Character.isDigit(point) ? Character.digit(point, 10) : -1;
        yield digit >= 0 ? Integer.toString(digit) : latin(point);
      }
    };
  }

  // ß, ø, ł, þ and their like, which no decomposition takes apart.
  private static String latin(int point) {
    if (point < 0x80 || point > 0x24f && point != 0x1e9e) {
      return Character.toString(point);
    }
    var out = new char[MOST_FROM_ONE];
    int length = ASCIIFoldingFilter.foldToASCII(Character.toChars(point), 0, out, 0, 1);
    return new String(out, 0, length).toLowerCase(java.util.Locale.ROOT);
  }
}
