package postern.search;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words of a post as its reader sees them. It reads what our own sanitizer wrote, where every
 * angle bracket that is no tag is escaped.
 */
final class HtmlText {
  /** Tags that do not part the words before and after them. */
  private static final Set<String> WITHIN =
      Set.of(
          "a", "b", "code", "del", "em", "i", "ins", "mark", "s", "small", "strong", "sub", "sup",
          "u");

  private static final Pattern ENTITY = Pattern.compile("&(#[xX]?[0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});");

  private HtmlText() {}

  static String of(String html) {
    var text = new StringBuilder(html.length());
    int at = 0;
    while (at < html.length()) {
      int tag = html.indexOf('<', at);
      int end = tag < 0 ? html.length() : tag;
      words(html.substring(at, end), text);
      if (tag < 0) {
        break;
      }
      int close = html.indexOf('>', tag);
      at = close < 0 ? html.length() : close + 1;
      if (!WITHIN.contains(name(html, tag))) {
        text.append('\n');
      }
    }
    return text.toString();
  }

  private static String name(String html, int tag) {
    int from = html.startsWith("/", tag + 1) ? tag + 2 : tag + 1;
    int to = from;
    while (to < html.length() && Character.isLetterOrDigit(html.charAt(to))) {
      to++;
    }
    return html.substring(from, to).toLowerCase(Locale.ROOT);
  }

  private static void words(String escaped, StringBuilder text) {
    if (escaped.indexOf('&') < 0) {
      text.append(escaped);
      return;
    }
    var entity = ENTITY.matcher(escaped);
    int at = 0;
    while (entity.find()) {
      text.append(escaped, at, entity.start()).append(sign(entity.group(1)));
      at = entity.end();
    }
    text.append(escaped, at, escaped.length());
  }

  private static String sign(String entity) {
    return switch (entity) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      default -> entity.startsWith("#") ? numbered(entity.substring(1)) : " ";
    };
  }

  private static String numbered(String digits) {
    boolean hexadecimal = digits.startsWith("x") || digits.startsWith("X");
    if (!hexadecimal && !digits.matches("[0-9]+")) {
      return " ";
    }
    int point = hexadecimal ? Integer.parseInt(digits.substring(1), 16) : Integer.parseInt(digits);
    return Character.isValidCodePoint(point) ? Character.toString(point) : " ";
  }
}
