package postern.letters;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A text as a reader's eye or program would take it: lower case, without invisible characters,
 * full-width letters made plain, escapes undone. Each character knows the stretch of the original
 * that it came from.
 */
public final class Folded {
  // %40 and %2540, &#64; &#x40; &amp;#64; &commat;, \u0040, =40 of a broken transfer, +AEA- of
  // UTF-7.
  private static final Pattern ESCAPE =
      Pattern.compile(
          "%(?:25){0,3}([0-9a-f]{2})|&(?:amp;){0,2}#(?:x0{0,4}([0-9a-f]{2})|0{0,4}([0-9]{2,3}));?|&(?:amp;){0,2}([a-z]{2,8});"
              + "|\\\\u00([0-9a-f]{2})|=(40|2e)|\\+(aea|ac4)-",
          Pattern.CASE_INSENSITIVE);
  private static final Map<String, Character> NAMED =
      Map.of(
          "commat", '@', "period", '.', "lowbar", '_', "hyphen", '-', "dash", '-', "plus", '+',
          "shy", '\u00ad', "nbsp", ' ', "lt", '<', "gt", '>');

  private final StringBuilder text;
  private int[] starts;
  private int[] ends;

  private Folded(int capacity) {
    this.text = new StringBuilder(capacity);
    this.starts = new int[capacity + 16];
    this.ends = new int[capacity + 16];
  }

  public static Folded of(String original) {
    var folded = new Folded(original.length());
    var escape = ESCAPE.matcher(original);
    int at = 0;
    while (at < original.length()) {
      char c = original.charAt(at);
      boolean mayEscape = c == '%' || c == '&' || c == '\\' || c == '=' || c == '+';
      if (mayEscape && escape.region(at, original.length()).lookingAt()) {
        char meant = meant(escape);
        if (meant != 0) {
          folded.add(meant, at, escape.end());
          at = escape.end();
          continue;
        }
      }
      int code = original.codePointAt(at);
      int end = at + Character.charCount(code);
      if (code < 128) {
        folded.add((char) code, at, end);
      } else if (!isInvisible(code)) {
        var plain = Normalizer.normalize(original.substring(at, end), Normalizer.Form.NFKC);
        for (int i = 0; i < plain.length(); i++) {
          folded.add(plain.charAt(i), at, end);
        }
      }
      at = end;
    }
    return folded;
  }

  /** One character for each that {@link #start} and {@link #end} know. */
  public String text() {
    return text.toString();
  }

  /** Where the character at this place began in the original. */
  public int start(int at) {
    return starts[at];
  }

  /** Where the character before this place ended in the original. */
  public int end(int at) {
    return ends[at - 1];
  }

  private void add(char c, int start, int end) {
    if (c == '\u00ad') {
      return;
    }
    int at = text.length();
    if (at == starts.length) {
      starts = Arrays.copyOf(starts, at * 2);
      ends = Arrays.copyOf(ends, at * 2);
    }
    text.append(Character.toLowerCase(c));
    starts[at] = start;
    ends[at] = end;
  }

  private static char meant(java.util.regex.Matcher escape) {
    for (int group : new int[] {1, 2, 5, 6}) {
      if (escape.group(group) != null) {
        return printable(Integer.parseInt(escape.group(group), 16));
      }
    }
    if (escape.group(3) != null) {
      return printable(Integer.parseInt(escape.group(3)));
    }
    if (escape.group(4) != null) {
      return NAMED.getOrDefault(escape.group(4).toLowerCase(Locale.ROOT), (char) 0);
    }
    return escape.group(7).equalsIgnoreCase("aea") ? '@' : '.';
  }

  private static char printable(int code) {
    return code >= 32 && code < 127 || code == 0xad ? (char) code : 0;
  }

  private static boolean isInvisible(int code) {
    return Character.getType(code) == Character.FORMAT
        || code == 0x034f
        || code == 0x115f
        || code == 0x17b4
        || code == 0x17b5
        || code == 0x2800
        || code == 0x3164
        || code >= 0xfe00 && code <= 0xfe0f;
  }
}
