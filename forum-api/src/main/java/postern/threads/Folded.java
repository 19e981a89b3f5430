package postern.threads;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as words are looked for in it: compatibility forms, case, signs that do not show and spaces
 * make no difference (Unicode Standard Annex 15, NFKC; Unicode Standard section 3.13).
 */
record Folded(String text) {
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\n\\t]]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern TAGS = Pattern.compile("<[^>]*>");

  static Folded of(String written) {
    var composed =
        Normalizer.normalize(UNSEEN.matcher(written).replaceAll(""), Normalizer.Form.NFKC);
    // Upper case first: some letters have one upper and two lower forms.
    var folded =
        composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('\u03c2', '\u03c3');
    return new Folded(
        SPACES.matcher(Normalizer.normalize(folded, Normalizer.Form.NFKC)).replaceAll(" ").strip());
  }

  /** What a reader sees of a page: marks inside a word do not part it. */
  static Folded ofHtml(String html) {
    return of(
        TAGS.matcher(html)
            .replaceAll("")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&#34;", "\"")
            .replace("&#39;", "'")
            .replace("&#64;", "@")
            .replace("&amp;", "&"));
  }

  /** Whether these words stand in the text, and not as a part of longer ones. */
  boolean holds(Folded words) {
    var sought = words.text();
    for (int at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
      int end = at + sought.length();
      boolean begins = at == 0 || parted(text.codePointBefore(at), sought.codePointAt(0));
      boolean ends =
          end == text.length()
              || parted(sought.codePointBefore(sought.length()), text.codePointAt(end));
      if (begins && ends) {
        return true;
      }
    }
    return false;
  }

  /** Letters and digits alone, so that other spaces and signs make no other text. */
  String letters() {
    var letters = new StringBuilder();
    text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
    return letters.toString();
  }

  // After Unicode Standard Annex 29, section 4.1: no boundary between letters of scripts that part
  // words by spaces; the others write words side by side.
  private static boolean parted(int left, int right) {
    return !(inWord(left) && inWord(right)) || unspaced(left) || unspaced(right);
  }

  private static boolean inWord(int point) {
    return Character.isLetterOrDigit(point)
        || point == '_'
        || Character.getType(point) == Character.NON_SPACING_MARK
        || Character.getType(point) == Character.COMBINING_SPACING_MARK;
  }

  private static boolean unspaced(int point) {
    return switch (Character.UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }
}
