package postern.letters;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Undoes the wrappings of mail scanners (SafeLinks, urldefense): they hold the address of whoever
 * first received the link, in plain or hashed.
 */
final class Links {
  private static final Pattern SAFE =
      Pattern.compile(
          "https?://[a-z0-9.-]{0,60}safelinks\\.protection\\.(?:outlook|office365)\\.(?:com|us)/[^\\s\"<>]{0,2000}?[?&](?:amp;)?url=([^&\\s\"<>]{1,4000})[^\\s\"<>)\\]]{0,4000}",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DEFENSE_3 =
      Pattern.compile(
          "https?://urldefense\\.(?:proofpoint\\.)?(?:com|us)/v3/__([^\\s\"<>]{1,2000}?)__;[^!\\s\"<>]{0,200}!![^\\s\"<>)\\]]{0,4000}",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DEFENSE_2 =
      Pattern.compile(
          "https?://urldefense\\.(?:proofpoint\\.)?com/v[12]/url\\?u=([^&\\s\"<>]{1,4000})[^\\s\"<>)\\]]{0,4000}",
          Pattern.CASE_INSENSITIVE);

  private Links() {}

  static String unwrap(String text) {
    if (!text.contains("://")) {
      return text;
    }
    var once = replace(SAFE, text, Links::percentDecoded);
    once = replace(DEFENSE_3, once, inner -> inner);
    return replace(
        DEFENSE_2, once, inner -> percentDecoded(inner.replace('-', '%').replace('_', '/')));
  }

  private static String replace(Pattern pattern, String text, Function<String, String> inner) {
    return pattern
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(inner.apply(found.group(1))));
  }

  private static String percentDecoded(String text) {
    var out = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean escape = c == '%' && hex(text, i + 1) >= 0;
      if (escape) {
        out.write(hex(text, i + 1));
        i += 2;
      } else {
        out.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toString(StandardCharsets.UTF_8).replaceAll("[\\s\"<>]", "");
  }

  private static int hex(String text, int at) {
    if (at + 2 > text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }
}
