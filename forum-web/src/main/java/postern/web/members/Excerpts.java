package postern.web.members;

import java.util.regex.Pattern;
import postern.threads.SafeHtml;

/** The first words of what was written, without its marks. */
public final class Excerpts {
  private static final int LONGEST = 200;
  private static final Pattern QUOTED =
      Pattern.compile("<(blockquote|details)\\b.*?</\\1>", Pattern.DOTALL);
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9a-fA-F]{1,6}|[a-z]{2,6});");

  private Excerpts() {}

  public static String of(SafeHtml html) {
    var unquoted = QUOTED.matcher(html.html()).replaceAll(" ");
    var text =
        ENTITY
            .matcher(TAG.matcher(unquoted).replaceAll(" "))
            .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(sign(found.group(1))))
            .replaceAll("\\s+", " ")
            .strip();
    if (text.codePointCount(0, text.length()) <= LONGEST) {
      return text;
    }
    var cut = text.substring(0, text.offsetByCodePoints(0, LONGEST));
    int space = cut.lastIndexOf(' ');
    return (space > LONGEST / 2 ? cut.substring(0, space) : cut) + "…";
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
    int point =
        digits.startsWith("x") || digits.startsWith("X")
            ? Integer.parseInt(digits.substring(1), 16)
            : digits.matches("[0-9]+") ? Integer.parseInt(digits) : ' ';
    return Character.isValidCodePoint(point) ? Character.toString(point) : " ";
  }
}
