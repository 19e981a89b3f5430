package postern.letters;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What stands in the From header: the username always, the display name only where it cannot
 * mislead.
 */
final class DisplayName {
  private static final int MAX = 60;
  private static final Pattern LINK =
      Pattern.compile("(?i)://|www\\.|[\\p{L}\\p{N}-]+\\.\\p{L}{2,}(?:/|\\b)");
  private static final Pattern HIDDEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]");
  private static final List<String> TITLES =
      List.of(
          "admin",
          "administrator",
          "administration",
          "moderator",
          "moderation",
          "mod",
          "staff",
          "team",
          "support",
          "official",
          "operator",
          "owner",
          "webmaster",
          "postmaster",
          "hostmaster",
          "abuse",
          "security",
          "root",
          "system",
          "sysadmin",
          "helpdesk",
          "service",
          "noreply",
          "no reply",
          "notification",
          "notifications",
          "mailer daemon",
          "redaktion",
          "verwaltung",
          "equipe",
          "soporte",
          "assistenza");

  private DisplayName() {}

  static String of(ComposeRequest.Sender sender, Scrub scrub) {
    var house = sender.username() + " (" + sender.forumName() + ")";
    return sender
        .displayName()
        .map(String::strip)
        .filter(name -> isHarmless(name, sender, scrub))
        .map(name -> name + " - " + house)
        .orElse(house);
  }

  private static boolean isHarmless(String name, ComposeRequest.Sender sender, Scrub scrub) {
    if (name.isEmpty() || name.length() > MAX || name.equalsIgnoreCase(sender.username().text())) {
      return false;
    }
    var seen = seen(name);
    boolean misleads =
        HIDDEN.matcher(name).find()
            || seen.contains("@")
            || LINK.matcher(seen).find()
            || seen.contains(seen(sender.forumName()))
            || playsStaff(seen);
    // As a quotation, so that the shape of any address is found, in every spelling.
    return !misleads && scrub.finds(name, true).isEmpty();
  }

  private static boolean playsStaff(String seen) {
    var words = " " + seen.replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
    return TITLES.stream()
        .anyMatch(title -> words.contains(" " + title + " ") || words.contains(" " + title + "s "));
  }

  // As the eye takes it: marks, digits and letters of other scripts that look like Latin ones.
  private static String seen(String name) {
    var plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
    var out = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      int at = "аеорсухіјѕԁкмтнв01345$ɑοαινρτκ".indexOf(plain.charAt(i));
      out.append(at < 0 ? plain.charAt(i) : "aeopcyxijsdkmthboieassaoaivptk".charAt(at));
    }
    return out.toString();
  }
}
