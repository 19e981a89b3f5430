package postern.letters;

import java.net.IDN;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Patterns over {@link Folded} text: one address in the ways people spell it, and the shape of any.
 */
final class AddressPatterns {
  private static final String OPEN = "\\s*[\\[({<]\\s*";
  private static final String CLOSE = "\\s*[\\])}>]\\s*";
  private static final String AT =
      "(?:\\s?@\\s?|"
          + OPEN
          + "(?:at|a|ät|@|arroba|chez|apenstaartje)"
          + CLOSE
          + "|\\s+at\\s+|\\s*[_-]at[_-]\\s*)";
  private static final String DOT =
      "(?:\\.|" + OPEN + "(?:dot|punkt|punto|point|\\.)" + CLOSE + "|\\s+dot\\s+)";
  private static final String LOCAL_SHAPE = "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}";
  private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";

  /** What could be anybody's address: in quotations all of it is marked. */
  static final List<Pattern> SHAPES =
      List.of(
          Pattern.compile(
              "(?<![\\p{L}\\p{N}])" + LOCAL_SHAPE + "+\\s?@\\s?" + LABEL + "(?:\\." + LABEL + ")*"),
          Pattern.compile(
              "(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}._+-]{1,64}"
                  + AT
                  + LABEL
                  + "(?:"
                  + DOT
                  + LABEL
                  + ")*"
                  + DOT
                  + "\\p{L}{2,24}"));

  /** With a top-level domain: what chance would hardly make out of random bytes. */
  static final Pattern FULL_SHAPE =
      Pattern.compile(
          "[\\p{L}\\p{N}._%+-]{2,64}@" + LABEL + "(?:\\." + LABEL + ")*\\.\\p{L}{2,24}");

  /** A hash of an address in hex, or in padded base64 as far as folding leaves it. */
  static final Pattern HASH =
      Pattern.compile(
          "(?<![0-9a-f])(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})(?![0-9a-f])"
              + "|(?<![a-z0-9+/_-])(?:[a-z0-9+/_-]{22}==|[a-z0-9+/_-]{27}=|[a-z0-9+/_-]{43}=)(?![a-z0-9=])");

  static final Pattern PHONE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?![0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4})"
              + "(?:\\+|0)[0-9](?:[ ()/.-]{0,2}[0-9]){7,14}(?![\\p{L}\\p{N}])");

  private AddressPatterns() {}

  static Pattern of(String address) {
    int at = address.lastIndexOf('@');
    var local = address.substring(0, at).toLowerCase(Locale.ROOT);
    var domain = address.substring(at + 1);
    boolean google = isGoogle(domain);
    var locals = google ? dotted(local) : spelled(local);
    var domains = google ? "g(?:oogle)?mail" + DOT + "com" : domains(domain);
    // Not within a longer word, which would be another person's; a tag behind a plus is the same
    // person's. More labels behind it are another domain, or a sentence without a blank.
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])(?<![\\p{L}\\p{N}][._+-])"
            + locals
            + "(?:\\+[\\p{L}\\p{N}._=-]{1,64})?"
            + AT
            + domains
            + "(?!-?[\\p{L}\\p{N}])(?<rest>(?:\\.[\\p{L}\\p{N}][\\p{L}\\p{N}-]*)*)");
  }

  /** What must stand in a text that holds the address: a cheap no. */
  static List<String> firstWords(String whole) {
    int at = whole.lastIndexOf('@');
    var domain = whole.substring(at + 1);
    return isGoogle(domain)
        ? List.of("mail", "com")
        : List.of(folded(whole.substring(0, at).split("\\.")[0]), folded(domain.split("\\.")[0]));
  }

  /** The address in lower case with both forms of its domain. */
  static List<String> wholes(String address) {
    var local = lower(address.substring(0, address.lastIndexOf('@') + 1));
    var domain = address.substring(local.length());
    return List.of(local + domain, local + lower(IDN.toUnicode(domain, IDN.ALLOW_UNASSIGNED)));
  }

  /** A string that its owner listed: blanks and punctuation between digits do not matter. */
  static Pattern listed(String text) {
    var folded = Folded.of(text.strip()).text();
    var digits = folded.replaceAll("[^0-9]", "").replaceFirst("^0+", "");
    boolean number = digits.length() >= 6 && !folded.matches(".*\\p{L}.*");
    return Pattern.compile(
        number
            ? "(?<![\\p{L}\\p{N}])[+0]{0,3}" + separated(digits) + "(?![\\p{L}\\p{N}])"
            : "(?<![\\p{L}\\p{N}])" + words(folded) + "(?![\\p{L}\\p{N}])");
  }

  /**
   * Links and addresses of our own with a token in them: one click of somebody else would use it.
   */
  static Pattern ownTokens(String origin, String domain) {
    return Pattern.compile(
        Pattern.quote(lower(origin))
            + "[^\\s<>\"')\\]]{0,300}?(?<![a-z2-7])[a-z2-7]{26,200}[^\\s<>\"')\\]]{0,500}"
            + "|(?:unsubscribe|bounce|reply)\\.[a-z2-7]{16,}@"
            + Pattern.quote(lower(domain)));
  }

  private static String domains(String domain) {
    var unicode = IDN.toUnicode(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    return unicode.equals(domain)
        ? spelled(domain)
        : "(?:" + spelled(domain) + "|" + spelled(unicode) + ")";
  }

  private static String spelled(String text) {
    return List.of(text.split("\\.", -1)).stream()
        .map(AddressPatterns::folded)
        .map(Pattern::quote)
        .collect(Collectors.joining(DOT));
  }

  private static boolean isGoogle(String domain) {
    return domain.equals("gmail.com") || domain.equals("googlemail.com");
  }

  // One large host ignores dots in local parts.
  private static String dotted(String local) {
    return local
        .replace(".", "")
        .chars()
        .mapToObj(c -> Pattern.quote(String.valueOf((char) c)))
        .collect(Collectors.joining("\\.?"));
  }

  private static String separated(String digits) {
    return digits
        .chars()
        .mapToObj(c -> String.valueOf((char) c))
        .collect(Collectors.joining("[ ()/.-]{0,3}"));
  }

  private static String words(String text) {
    return List.of(text.split("\\s+")).stream()
        .map(Pattern::quote)
        .collect(Collectors.joining("\\s+"));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
