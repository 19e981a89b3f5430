package postern.delivery;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import postern.delivery.GateVerdict.Form;

/**
 * One text as different programs and people would read it. Each reading is a whole text in lower
 * case; the first that an address is found in names the form. The test says whether a text in lower
 * case could hold an address at all, so that the costliest reading is not made for nothing.
 */
final class Readings {
  private static final int FULL = 1 << 20;
  private static final Pattern PERCENT = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
  private static final Pattern QP = Pattern.compile("(?:=[0-9A-Fa-f]{2})+");
  private static final Pattern ENTITY =
      Pattern.compile("&(#[xX]?[0-9A-Fa-f]{1,7}|[A-Za-z]{2,8});?");
  private static final Pattern BACKSLASH =
      Pattern.compile(
          "\\\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|'([0-9A-Fa-f]{2})|([0-7]{3})|[nrtbf])");
  private static final Pattern UTF7 = Pattern.compile("\\+([A-Za-z0-9/+]{2,})-?");
  private static final Pattern BASE64_RUN = Pattern.compile("[A-Za-z0-9+/_-]{12,}");
  private static final Pattern LONG_LINE =
      Pattern.compile("(?<![A-Za-z0-9+/])([A-Za-z0-9+/]{60,}+)\\r?\\n");
  private static final Pattern HEX_RUN = Pattern.compile("[0-9A-Fa-f]{16,}");
  private static final Pattern MARKUP = Pattern.compile("<[^<>]{0,8000}>");
  private static final Pattern COMMENT = Pattern.compile("\\([^()]{0,200}\\)");
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cf}\\p{Cc}\\p{Mn}\\u2800\\u3164\\u115f&&[^\\n\\t]]");
  private static final Pattern AT =
      Pattern.compile(
          "\\s*[\\[({<]\\s*(?:at|a|ät|@|arroba|chez)\\s*[\\])}>]\\s*|\\s+at\\s+|[_-]at[_-]|\\s+@\\s*|@\\s+");
  private static final Pattern DOT =
      Pattern.compile("\\s*[\\[({<]\\s*(?:dot|punkt|punto|point|\\.)\\s*[\\])}>]\\s*|\\s+dot\\s+");

  private Readings() {}

  static Map<Form, String> of(String text, Predicate<String> mayHold) {
    var readings = new LinkedHashMap<Form, String>();
    var lower = lower(text);
    readings.put(Form.PLAIN, lower);
    readings.put(Form.BASE64, lower(unescaped(base64(text))));
    readings.put(Form.HEX, lower(hex(text)));
    if (text.length() > FULL) {
      readings.put(Form.MARKUP, MARKUP.matcher(lower).replaceAll(""));
      return readings;
    }
    var escaped = unescaped(text);
    readings.put(Form.ESCAPED, lower(escaped));
    var seen = seen(escaped);
    readings.put(Form.INVISIBLE, seen);
    readings.put(Form.QUOTED_PRINTABLE, lower(seen(unescaped(quotedPrintable(text)))));
    readings.put(Form.UTF7, lower(utf7(text)));
    var bare = MARKUP.matcher(seen).replaceAll("");
    var spaced = MARKUP.matcher(seen).replaceAll(" ");
    var uncommented = COMMENT.matcher(seen.replace("\"", "")).replaceAll("");
    readings.put(Form.MARKUP, bare + "\n\n" + uncommented + "\n\n" + spaced);
    var spelled = new StringBuilder();
    Stream.of(bare, spaced, seen)
        .filter(mayHold)
        .forEach(reading -> spelled.append(spelled(reading)).append("\n\n"));
    readings.put(Form.SPELLED, spelled.toString());
    return readings;
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  // Escapes stand within escapes: three rounds undo what anybody would nest by accident.
  private static String unescaped(String text) {
    var now = text;
    for (int round = 0; round < 3; round++) {
      var next = backslash(entities(percent(now)));
      if (next.equals(now)) {
        return now;
      }
      now = next;
    }
    return now;
  }

  private static String percent(String text) {
    return PERCENT
        .matcher(text)
        .replaceAll(found -> quote(utf8(HexFormat.of().parseHex(found.group().replace("%", "")))));
  }

  private static String quotedPrintable(String text) {
    return QP.matcher(text.replaceAll("=[ \\t]*\\r?\\n", ""))
        .replaceAll(found -> quote(utf8(HexFormat.of().parseHex(found.group().replace("=", "")))));
  }

  private static String entities(String text) {
    return text.indexOf('&') < 0
        ? text
        : ENTITY.matcher(text).replaceAll(found -> quote(entity(found)));
  }

  private static String entity(MatchResult found) {
    var name = found.group(1);
    if (name.charAt(0) != '#') {
      return switch (name.toLowerCase(Locale.ROOT)) {
        case "commat" -> "@";
        case "period" -> ".";
        case "amp" -> "&";
        case "lt" -> "<";
        case "gt" -> ">";
        case "quot" -> "\"";
        case "nbsp" -> " ";
        case "lowbar" -> "_";
        case "hyphen", "dash" -> "-";
        case "plus" -> "+";
        case "shy", "zwnj", "zwj" -> "";
        default -> found.group();
      };
    }
    boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
    var digits = name.substring(hex ? 2 : 1);
    if (digits.isEmpty() || !hex && !digits.chars().allMatch(Character::isDigit)) {
      return found.group();
    }
    int code = Integer.parseInt(digits, hex ? 16 : 10);
    return Character.isValidCodePoint(code) ? Character.toString(code) : found.group();
  }

  private static String backslash(String text) {
    return text.indexOf('\\') < 0
        ? text
        : BACKSLASH
            .matcher(text)
            .replaceAll(
                found -> {
                  for (int group = 1; group <= 3; group++) {
                    if (found.group(group) != null) {
                      return quote(String.valueOf((char) Integer.parseInt(found.group(group), 16)));
                    }
                  }
                  return found.group(4) == null
                      ? " "
                      : quote(String.valueOf((char) Integer.parseInt(found.group(4), 8)));
                });
  }

  private static String utf7(String text) {
    return UTF7.matcher(text)
        .replaceAll(
            found -> {
              var digits = found.group(1);
              int whole = digits.length() % 4 == 1 ? digits.length() - 1 : digits.length();
              var bytes = Base64.getDecoder().decode(digits.substring(0, whole));
              return quote(new String(bytes, 0, bytes.length & ~1, StandardCharsets.UTF_16BE));
            });
  }

  private static String base64(String text) {
    var out = new StringBuilder();
    var runs = BASE64_RUN.matcher(LONG_LINE.matcher(text).replaceAll("$1"));
    while (runs.find()) {
      var run = runs.group().replace('-', '+').replace('_', '/');
      // A run may begin in the middle of a group of four.
      for (int skip = 0; skip < 4; skip++) {
        int length = run.length() - skip;
        int whole = length % 4 == 1 ? length - 1 : length;
        var bytes = Base64.getDecoder().decode(run.substring(skip, skip + whole));
        out.append(utf8(bytes).replace("\0", "")).append('\n');
      }
    }
    return out.toString();
  }

  private static String hex(String text) {
    var out = new StringBuilder();
    var runs = HEX_RUN.matcher(text);
    while (runs.find()) {
      for (int skip = 0; skip < 2; skip++) {
        int length = (runs.group().length() - skip) & ~1;
        var bytes = HexFormat.of().parseHex(runs.group().substring(skip, skip + length));
        out.append(utf8(bytes).replace("\0", "")).append('\n');
      }
    }
    return out.toString();
  }

  private static String seen(String text) {
    return lower(Normalizer.normalize(UNSEEN.matcher(text).replaceAll(""), Normalizer.Form.NFKC));
  }

  private static String spelled(String text) {
    return DOT.matcher(AT.matcher(text).replaceAll("@")).replaceAll(".");
  }

  private static String utf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String quote(String text) {
    return Matcher.quoteReplacement(text);
  }
}
