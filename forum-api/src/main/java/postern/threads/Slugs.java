package postern.threads;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** The readable end of an address. It decides nothing, so it may lose what ASCII cannot say. */
public final class Slugs {
  private static final int LONGEST = 60;

  /** What a thread's address is followed by where something is done to it, not read. */
  private static final Set<String> DEEDS =
      Set.of("hide", "lock", "move", "news", "pin", "reply", "unhide", "unlock", "unpin", "unread");

  private Slugs() {}

  /** Lower-case letters, digits and single hyphens; never empty. */
  public static String of(String title) {
    var ascii = Normalizer.normalize(title, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    var words =
        ascii.replaceAll("\\p{M}+", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    if (words.length() > LONGEST) {
      int hyphen = words.lastIndexOf('-', LONGEST);
      words = words.substring(0, hyphen > 0 ? hyphen : LONGEST);
    }
    return words.isEmpty() ? "thread" : DEEDS.contains(words) ? words + "-thread" : words;
  }
}
