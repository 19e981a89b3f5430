package postern.search;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a text apart into words. Where a script puts spaces between words, a word is a run of
 * letters and digits, so that {@code org.example.Foo} and {@code foo_bar} are found whole, as words
 * in a row, and by their parts. Where it puts none, every two signs that stand together are a word,
 * so that any part of a sentence is found.
 */
final class Words {
  /** What is longer is cut; nobody types it. */
  private static final int LONGEST = 80;

  private final String text;
  private final boolean toKeep;
  private final List<Word> words = new ArrayList<>();

  // The run that is being read: the folded signs, and where each stood.
  private final List<String> run = new ArrayList<>();
  private final List<int[]> places = new ArrayList<>();
  private boolean spaced;

  private Words(String text, boolean toKeep) {
    this.text = text;
    this.toKeep = toKeep;
  }

  /** Every reading of a text that somebody may look for. */
  static List<Word> toKeep(String text) {
    return new Words(text, true).read();
  }

  /** A text as somebody looks for it: one reading of each place. */
  static List<Word> toFind(String text) {
    return new Words(text, false).read();
  }

  private List<Word> read() {
    int at = 0;
    while (at < text.length()) {
      int end = signEnd(at);
      sign(at, end);
      at = end;
    }
    close();
    return words;
  }

  // A letter with the marks that follow it.
  private int signEnd(int start) {
    int at = start + Character.charCount(text.codePointAt(start));
    while (at < text.length() && belongs(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  private static boolean belongs(int point) {
    if (point < 0x300) {
      return point == 0xad;
    }
    return isMark(point) || Fold.isJoiner(point) || point == 0xff9e || point == 0xff9f;
  }

  private static boolean isMark(int point) {
    return switch (Character.getType(point)) {
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK ->
          true;
      default -> false;
    };
  }

  private void sign(int start, int end) {
    var folded = Fold.of(text.substring(start, end));
    int at = 0;
    while (at < folded.length()) {
      int next = at + Character.charCount(folded.codePointAt(at));
      while (next < folded.length() && isMark(folded.codePointAt(next))) {
        next += Character.charCount(folded.codePointAt(next));
      }
      part(folded.substring(at, next), start, end);
      at = next;
    }
  }

  private void part(String sign, int start, int end) {
    int point = sign.codePointAt(0);
    boolean together = isUnspaced(point);
    if (!together && !Character.isLetterOrDigit(point)) {
      close();
      return;
    }
    if (!run.isEmpty() && (spaced == together || spaced && run.size() == LONGEST)) {
      close();
    }
    spaced = !together;
    run.add(sign);
    places.add(new int[] {start, end});
  }

  private static boolean isUnspaced(int point) {
    if (point < 0xe00) {
      return false;
    }
    return switch (UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, THAI, LAO, KHMER, MYANMAR, YI -> true;
      default -> point == 'ー' || Character.isEmojiPresentation(point);
    };
  }

  private void close() {
    if (run.isEmpty()) {
      return;
    }
    if (spaced) {
      word();
    } else {
      pairs();
    }
    run.clear();
    places.clear();
  }

  private void word() {
    var whole = String.join("", run);
    add(whole, 0, run.size() - 1, 1);
    if (toKeep) {
      Prefixes.without(whole).forEach(rest -> add(rest, 0, run.size() - 1, 0));
    }
  }

  private void pairs() {
    int last = run.size() - 1;
    for (int i = 0; i <= last; i++) {
      if (toKeep || last == 0) {
        add(run.get(i), i, i, 1);
      }
      if (i < last) {
        add(run.get(i) + run.get(i + 1), i, i + 1, toKeep ? 0 : 1);
      }
    }
  }

  private void add(String word, int first, int last, int step) {
    words.add(new Word(word, places.get(first)[0], places.get(last)[1], step));
  }
}
