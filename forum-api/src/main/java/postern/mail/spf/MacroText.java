package postern.mail.spf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with macros (RFC 7208 section 7), checked when it is made. */
final class MacroText {
  private static final Pattern MACRO =
      Pattern.compile("%(?:([%_-])|\\{([slodiphvSLODIPHV])(\\d{0,3})([rR]?)([.+,/_=-]*)})");
  private static final Pattern TEXT = Pattern.compile("(?:[!-$&-~]|" + MACRO.pattern() + ")*");
  private static final Pattern DOMAIN_END =
      Pattern.compile(
          ".*(?:%\\{[^}]*}|\\.(?!\\d+\\.?$)[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\\.?)",
          Pattern.DOTALL);
  private static final int MAX_NAME = 253;

  private final String text;

  private MacroText(String text) {
    this.text = text;
  }

  /** A domain-spec: ends in a top label or a macro. */
  static MacroText domain(String text) throws Stopped {
    var checked = any(text);
    if (!DOMAIN_END.matcher(text).matches()) {
      throw new Stopped(SpfResult.PERMERROR);
    }
    return checked;
  }

  static MacroText any(String text) throws Stopped {
    if (!TEXT.matcher(text).matches() || hasZeroLabels(text)) {
      throw new Stopped(SpfResult.PERMERROR);
    }
    return new MacroText(text);
  }

  /** What a letter stands for. */
  interface Letters {
    String of(char letter) throws Stopped;
  }

  /** The name to ask for; labels are dropped from the left where it would be too long (7.3). */
  String name(Letters letters) throws Stopped {
    var name = expand(letters);
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    while (name.length() > MAX_NAME && name.indexOf('.') >= 0) {
      name = name.substring(name.indexOf('.') + 1);
    }
    return name;
  }

  private String expand(Letters letters) throws Stopped {
    var matcher = MACRO.matcher(text);
    var out = new StringBuilder();
    int end = 0;
    while (matcher.find()) {
      out.append(text, end, matcher.start());
      out.append(matcher.group(1) == null ? value(matcher, letters) : sign(matcher.group(1)));
      end = matcher.end();
    }
    return out.append(text, end, text.length()).toString();
  }

  private static String sign(String escaped) {
    return switch (escaped) {
      case "%" -> "%";
      case "_" -> " ";
      default -> "%20";
    };
  }

  private static String value(Matcher macro, Letters letters) throws Stopped {
    char letter = macro.group(2).charAt(0);
    var parts = split(letters.of(Character.toLowerCase(letter)), macro.group(5));
    if (!macro.group(4).isEmpty()) {
      Collections.reverse(parts);
    }
    if (!macro.group(3).isEmpty()) {
      int kept = Math.min(parts.size(), Integer.parseInt(macro.group(3)));
      parts = parts.subList(parts.size() - kept, parts.size());
    }
    var joined = String.join(".", parts);
    return Character.isUpperCase(letter) ? escaped(joined) : joined;
  }

  private static List<String> split(String value, String delimiters) {
    var signs = delimiters.isEmpty() ? "." : delimiters;
    var pattern = "[" + Pattern.quote(signs) + "]";
    return new ArrayList<>(Arrays.asList(value.split(pattern, -1)));
  }

  // RFC 3986 section 2.3: everything but the unreserved signs.
  private static String escaped(String value) {
    IntFunction<String> escape =
        c ->
            Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0
                ? Character.toString(c)
                : String.format(Locale.ROOT, "%%%02X", c);
    var out = new StringBuilder();
    value.chars().mapToObj(escape).forEach(out::append);
    return out.toString();
  }

  private static boolean hasZeroLabels(String text) {
    return MACRO.matcher(text).results().anyMatch(macro -> "0".equals(zero(macro.group(3))));
  }

  private static String zero(String digits) {
    return digits == null ? "" : digits.replaceAll("^0+$", "0");
  }
}
