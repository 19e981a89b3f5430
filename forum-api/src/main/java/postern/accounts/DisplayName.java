package postern.accounts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import postern.kernel.Line;

/**
 * What a member wants to be called: one line of 1 to 60 characters that cannot pass for an address,
 * a link or the house. It also stands in the From line of letters, beside the username.
 */
public record DisplayName(String text) {
  public static final int MAX = AccountSettings.DISPLAY_NAME_CHARACTERS;

  /** What mail programs and readers take for an address, also where @ and dot are spelt out. */
  static final Pattern ADDRESS =
      Pattern.compile(
          "[^\\s<>()\\[\\],;:\"']+\\s*[\\(\\[{<]?\\s*(?:@|\\bat\\b|\\(a\\))\\s*[\\)\\]}>]?\\s*"
              + "[^\\s<>()\\[\\],;:\"'@]+(?:\\s*(?:\\.|[\\(\\[{]?\\s*\\bdot\\b\\s*[\\)\\]}]?)\\s*"
              + "[^\\s<>()\\[\\],;:\"'@.]+)+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern LINK =
      Pattern.compile(
          "://|\\bwww\\.|\\bhttps?\\b|[\\p{L}\\p{N}-]+\\.(?:com|org|net|info|biz|io|dev|app|xyz|top|site|online|shop"
              + "|club|link|click|me|tv|cc|co|ai|eu|de|at|ch|fr|it|es|nl|be|pl|ru|ua|uk|us|ca|au|in|cn|jp|br|se|no"
              + "|dk|fi|cz|example|test|invalid|localhost)\\b",
          Pattern.CASE_INSENSITIVE);

  // Written with i for every l and 1, as the folded name is.
  private static final Set<String> TITLE_PARTS =
      Set.of("admin", "moderator", "postmaster", "webmaster", "sysop", "hostmaster");
  private static final Set<String> TITLE_WORDS =
      Set.of(
          "mod",
          "mods",
          "staff",
          "officiai",
          "support",
          "system",
          "root",
          "team",
          "heipdesk",
          "security");

  private static final Map<Integer, String> LOOKALIKES =
      Map.ofEntries(
          Map.entry((int) '0', "o"),
          Map.entry((int) '1', "i"),
          Map.entry((int) 'l', "i"),
          Map.entry((int) '|', "i"),
          Map.entry((int) '!', "i"),
          Map.entry((int) '3', "e"),
          Map.entry((int) '4', "a"),
          Map.entry((int) '5', "s"),
          Map.entry((int) '$', "s"),
          Map.entry((int) '7', "t"),
          Map.entry((int) 'а', "a"),
          Map.entry((int) 'е', "e"),
          Map.entry((int) 'о', "o"),
          Map.entry((int) 'р', "p"),
          Map.entry((int) 'с', "c"),
          Map.entry((int) 'т', "t"),
          Map.entry((int) 'м', "m"),
          Map.entry((int) 'і', "i"),
          Map.entry((int) 'ӏ', "i"),
          Map.entry((int) 'ѕ', "s"),
          Map.entry((int) 'ԁ', "d"),
          Map.entry((int) 'α', "a"),
          Map.entry((int) 'ο', "o"),
          Map.entry((int) 'ι', "i"),
          Map.entry((int) 'τ', "t"),
          Map.entry((int) 'ѡ', "w"),
          Map.entry((int) 'ո', "n"));

  /** Why a name is not taken. */
  public enum Refusal {
    TOO_LONG("A display name has at most 60 characters."),
    ADDRESS("A display name cannot hold a mail address: everybody would see it."),
    LINK("A display name cannot hold a link."),
    TITLE("This display name sounds like the people who run the site. Choose another.");

    private final String sentence;

    Refusal(String sentence) {
      this.sentence = sentence;
    }

    public String sentence() {
      return sentence;
    }
  }

  /** What was typed, judged. */
  public sealed interface Judged {
    record Taken(DisplayName name) implements Judged {}

    record Refused(Refusal why) implements Judged {}

    /** Nothing was left: the username alone stands. */
    record Empty() implements Judged {}
  }

  public static Judged judge(String typed) {
    if (typed == null || typed.isBlank()) {
      return new Judged.Empty();
    }
    var name = Line.parse(Normalizer.normalize(invisibleOut(typed), Normalizer.Form.NFC), MAX);
    if (name.isEmpty()) {
      return invisibleOut(typed).isBlank()
          ? new Judged.Empty()
          : new Judged.Refused(Refusal.TOO_LONG);
    }
    var text = name.get().text();
    var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    if (plain.contains("@") || ADDRESS.matcher(plain).find()) {
      return new Judged.Refused(Refusal.ADDRESS);
    }
    if (LINK.matcher(plain).find()) {
      return new Judged.Refused(Refusal.LINK);
    }
    return title(plain)
        ? new Judged.Refused(Refusal.TITLE)
        : new Judged.Taken(new DisplayName(text));
  }

  // Zero-width and formatting characters would hide a word from the reader and from us.
  static String invisibleOut(String text) {
    return text.replaceAll("[\\p{Cf}\\p{Co}\\p{Cn}\\u115f\\u1160\\u3164\\uffa0\\u2800]", "");
  }

  private static boolean title(String text) {
    var folded = folded(text);
    var joined = folded.replaceAll("[^\\p{L}]", "");
    if (TITLE_PARTS.stream().anyMatch(joined::contains)) {
      return true;
    }
    for (var word : folded.split("[^\\p{L}]+")) {
      if (TITLE_WORDS.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static String folded(String text) {
    var folded = new StringBuilder();
    Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .codePoints()
        .forEach(c -> folded.append(LOOKALIKES.getOrDefault(c, Character.toString(c))));
    return folded.toString();
  }

  @Override
  public String toString() {
    return text;
  }
}
