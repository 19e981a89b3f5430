package postern.importing;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import postern.kernel.EmailAddress;
import postern.letters.Folded;

/**
 * Puts a mark in the place of every address in a text, in the spellings that people and archives
 * use. What is shaped like one counts, whoever's it is; of what is less clear ({@code name at
 * host}, a host without a dot) only what is known from the archive's headers, or can hardly be
 * anything else.
 */
final class AddressMarks {
  static final String MARK = "«address hidden»";

  private static final String ATOM = "[\\p{L}\\p{M}\\p{N}.!#$%&'*+=?^_~-]";
  private static final String LOCAL = "(?<!" + ATOM + ")(?<local>" + ATOM + "++)";
  private static final String LABEL =
      "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}_-]{0,61}[\\p{L}\\p{N}])?";
  private static final String HOST = LABEL + "(?:\\." + LABEL + ")*";
  private static final String TOP = "\\.(?:\\p{L}{2,24}|xn--[a-z0-9-]{2,58})(?![\\p{L}\\p{N}])";
  private static final String NUMBERS = "(?:\\[[0-9a-f:.]{3,45}\\]|\\d{1,3}(?:\\.\\d{1,3}){3})";
  private static final String DOT =
      "(?:\\.|[ ]?[\\[({<][ ]?(?:dot|punkt|punto|point|\\.)[ ]?[\\])}>][ ]?|[ ]{1,3}dot[ ]{1,3})";
  private static final String DOTTED =
      "(?<host>" + LABEL + "(?:" + DOT + LABEL + ")*" + DOT + "\\p{L}{2,24})";

  private static final Pattern PLAIN =
      Pattern.compile(
          LOCAL
              + "(?:[ ]?@[ ]?(?:"
              + HOST
              + TOP
              + "|"
              + NUMBERS
              + ")|@\\s?[> ]*(?:"
              + HOST
              + TOP
              + "))");
  private static final Pattern BRACKETED =
      Pattern.compile(
          LOCAL
              + "(?:[ ]{0,3}[\\[({<][ ]?(?:at|ät|@|arroba|chez|klammeraffe)[ ]?[\\])}>]["
              + " ]{0,3}|\\(a\\))"
              + DOTTED);
  private static final Pattern SPELT =
      Pattern.compile(
          LOCAL + "(?:[ ]{1,3}(?:at|ät)[ ]{1,3}|_at_|-at-)" + DOTTED + "(?<behind>[(/:#]?)");
  private static final Pattern NAMED =
      Pattern.compile(LOCAL + "(?:@|[ ]at[ ])(?<host>" + HOST + ")");
  private static final Pattern WITHOUT_DOT = Pattern.compile(LOCAL + "@(?<host>" + HOST + ")");
  // A list writes the reader's address so into its return path.
  private static final Pattern RETURNED =
      Pattern.compile("(?<![\\p{L}\\p{N}._+])(?<local>[\\p{L}\\p{N}._+]++)=(?<host>" + HOST + ")");

  private static final Pattern SAID_BEFORE_AT =
      Pattern.compile(
          "a|aim|all|also|and|archived?|are|arrived?|available|be|been|being|bad|built|but|check(?:ed)?|click"
              + "|code|committed|described|directly|discuss(?:ed|ion)?|docs?|documentation|documented|down"
              + "|downloada?b?l?e?|end|ends|error|errors|explained|failed|failing|fails|files?|find|found|good"
              + "|he|here|her|him|home|hosted|i|info|information|is|issue|issues|it|kept|listed|lives?|located"
              + "|look|looked|looking|looks|maintained|me|mirrors?|mirrored|more|not|now|on|online|only|or|out"
              + "|page|pages|placed|point|pointed|pointing|points|posted|present|project|projects|published"
              + "|reachable|read|reading|registered|released?|repo|report|reported|repository|run|running|see"
              + "|seen|served|she|site|so|sources?|staged|staging|start|started|starting|starts|still|stored"
              + "|sure|test|tests|that|the|them|there|these|they|this|those|try|up|us|version|visible|visit|was"
              + "|we|website|were|while|wiki|with|work|worked|working|works|write|you");
  private static final Pattern PACKAGE =
      Pattern.compile("(?:org|com|net|io|java|javax|jdk|sun|www|de|fr)\\..*");
  private static final Pattern TOP_OF_PEOPLE =
      Pattern.compile(
          ".*(?:\\.|dot\\W{1,3}|punkt\\W{1,3})(?:[a-z]{2}|com|org|net|edu|gov|mil|int|info|biz|name|pro|mobi|aero"
              + "|coop|museum|asia|dev|app|email|online|site|cloud|tech|xyz|example|test|invalid)");

  private final Set<EmailAddress> known;

  /**
   * @param known addresses out of headers
   */
  AddressMarks(Set<EmailAddress> known) {
    this.known = Set.copyOf(known);
  }

  /** What can be read as an address in a header, for {@link #AddressMarks}. */
  static Set<EmailAddress> in(String header) {
    var found = new HashSet<EmailAddress>();
    var matcher = WITHOUT_DOT.matcher(Folded.of(header).text());
    while (matcher.find()) {
      EmailAddress.parse(matcher.group()).ifPresent(found::add);
    }
    return found;
  }

  String hide(String text) {
    var marked = hide(text, PLAIN, _ -> true);
    marked = hide(marked, BRACKETED, _ -> true);
    marked = hide(marked, SPELT, this::isSpeltAddress);
    marked = hide(marked, NAMED, this::isKnown);
    return hide(marked, RETURNED, this::isKnown);
  }

  /** A text whose last or only word may be an address: what is left when it is taken out. */
  String without(String name) {
    return hide(name)
        .replace(MARK, " ")
        .replaceAll("[(<\\[\"']\\s*[)>\\]\"']", " ")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private interface Doubt {
    boolean isAddress(Matcher found);
  }

  private static String hide(String text, Pattern pattern, Doubt doubt) {
    var folded = Folded.of(text);
    var matcher = pattern.matcher(folded.text());
    var out = new StringBuilder(text.length());
    int at = 0;
    while (matcher.find()) {
      if (doubt.isAddress(matcher)) {
        int from = folded.start(begin(folded.text(), matcher));
        out.append(text, at, Math.max(at, from)).append(MARK);
        at = folded.end(end(matcher));
      }
    }
    return out.append(text, at, text.length()).toString();
  }

  private static int begin(String text, Matcher found) {
    int begin = found.start();
    while (begin < found.end() - 1 && "'*_".indexOf(text.charAt(begin)) >= 0) {
      begin++;
    }
    return text.startsWith("mailto:", begin - "mailto:".length())
        ? begin - "mailto:".length()
        : begin;
  }

  private static int end(Matcher found) {
    return found.namedGroups().containsKey("host") ? found.end("host") : found.end();
  }

  private boolean isKnown(Matcher found) {
    return address(found).filter(known::contains).isPresent();
  }

  private boolean isSpeltAddress(Matcher found) {
    if (isKnown(found)) {
      return true;
    }
    var local = found.group("local");
    var host = found.group("host");
    boolean dotSpelt = host.matches(".*[ \\[({<].*");
    return dotSpelt
        || found.group("behind").isEmpty()
            && found.group().contains(" ")
            && !SAID_BEFORE_AT.matcher(local).matches()
            && !PACKAGE.matcher(host).matches()
            && TOP_OF_PEOPLE.matcher(host).matches();
  }

  private static Optional<EmailAddress> address(Matcher found) {
    var host =
        found
            .group("host")
            .replaceAll("[ ]*[\\[({<]?[ ]*\\b(?:dot|punkt|punto|point)\\b[ ]*[\\])}>]?[ ]*", ".");
    return EmailAddress.parse(found.group("local").replaceAll("^['*_]+", "") + "@" + host);
  }

  @Override
  public String toString() {
    return "AddressMarks[hidden]";
  }
}
