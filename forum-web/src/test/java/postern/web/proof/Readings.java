package postern.web.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What somebody received, read in every way that a curious reader would try: as it is, with each
 * encoding undone, with lines joined, and with what is base64 unpacked.
 */
final class Readings {
  private static final Pattern PERCENT = Pattern.compile("%([0-9A-Fa-f]{2})");
  private static final Pattern QUOTED = Pattern.compile("=([0-9A-Fa-f]{2})");
  private static final Pattern DECIMAL = Pattern.compile("&#0*([0-9]{1,7});");
  private static final Pattern HEXADECIMAL = Pattern.compile("&#[xX]0*([0-9A-Fa-f]{1,6});");
  private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");
  private static final int SHORTEST_RUN = 12;
  private static final int MOST_TIMES = 5;

  private Readings() {}

  /** Each reading by its name, in the case that it came in. */
  static Map<String, String> of(byte[] received) {
    var readings = new LinkedHashMap<String, String>();
    var text = new String(received, StandardCharsets.UTF_8);
    spread(readings, "", text);
    for (var unpacked : unpacked(text)) {
      spread(readings, "in base64, ", unpacked);
      unpacked(unpacked).forEach(twice -> spread(readings, "in base64 twice, ", twice));
    }
    return readings;
  }

  private static void spread(Map<String, String> readings, String prefix, String text) {
    add(readings, prefix + "as it is", text);
    add(readings, prefix + "lines joined", text.replaceAll("\\r?\\n[ \\t]?", ""));
    add(readings, prefix + "without zeros", text.replace("\0", ""));
    add(readings, prefix + "percent", percent(text));
    add(readings, prefix + "entities", entities(text));
    add(readings, prefix + "JSON escapes", hex(UNICODE, text));
    add(readings, prefix + "quoted-printable", hex(QUOTED, text.replaceAll("=\\r?\\n", "")));
  }

  private static void add(Map<String, String> readings, String name, String text) {
    if (!readings.containsValue(text)) {
      readings.merge(name, text, (one, other) -> one + "\n" + other);
    }
  }

  private static String percent(String text) {
    var read = text;
    for (int i = 0; i < MOST_TIMES && read.indexOf('%') >= 0; i++) {
      read = hex(PERCENT, read);
    }
    return read;
  }

  private static String entities(String text) {
    var named =
        text.replace("&commat;", "@")
            .replace("&period;", ".")
            .replace("&lowbar;", "_")
            .replace("&hyphen;", "-")
            .replace("&amp;", "&");
    var decimal = replace(DECIMAL, named, found -> letter(Integer.parseInt(found.group(1))));
    return replace(HEXADECIMAL, decimal, found -> letter(Integer.parseInt(found.group(1), 16)));
  }

  private static String letter(int point) {
    return Character.isValidCodePoint(point) ? Character.toString(point) : "?";
  }

  private static String hex(Pattern pattern, String text) {
    return replace(pattern, text, found -> letter(Integer.parseInt(found.group(1), 16)));
  }

  private static String replace(Pattern pattern, String text, Function<MatchResult, String> by) {
    return pattern
        .matcher(text)
        .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(by.apply(found)));
  }

  // Runs may go over lines, as they do in mail.
  private static List<String> unpacked(String text) {
    List<String> found = new ArrayList<>();
    var run = new StringBuilder();
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? ' ' : text.charAt(i);
      if (isBase64(c)) {
        run.append(c == '-' ? '+' : c == '_' ? '/' : c);
      } else if (!lineEndWithin(text, i)) {
        if (run.length() >= SHORTEST_RUN) {
          found.add(decoded(run));
        }
        run.setLength(0);
      }
    }
    return found;
  }

  private static boolean lineEndWithin(String text, int i) {
    return i + 1 < text.length()
        && i > 0
        && (text.charAt(i) == '\r' || text.charAt(i) == '\n' && text.charAt(i - 1) != '\n')
        && (text.charAt(i) == '\r' || isBase64(text.charAt(i + 1)));
  }

  private static boolean isBase64(char c) {
    return c < 128 && (Character.isLetterOrDigit(c) || "+/-_".indexOf(c) >= 0);
  }

  private static String decoded(StringBuilder run) {
    var whole = run.substring(0, run.length() - (run.length() % 4 == 1 ? 1 : 0));
    return new String(Base64.getDecoder().decode(whole), StandardCharsets.UTF_8);
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
