package postern.mail.dmarc;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import postern.mail.dmarc.DomainPolicy.Wish;

/**
 * A DMARC record (RFC 7489 section 6.3). Tags that cannot be read are as if they were not there.
 */
record PolicyRecord(Map<String, String> tags) {
  private static final Pattern FIRST =
      Pattern.compile("v\\s*=\\s*DMARC1\\s*(?:;.*)?", Pattern.DOTALL);

  static boolean isOne(String text) {
    return FIRST.matcher(text).matches();
  }

  static PolicyRecord parse(String text) {
    var tags = new HashMap<String, String>();
    for (var tag : text.split(";")) {
      int equals = tag.indexOf('=');
      if (equals > 0) {
        var name = tag.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        tags.putIfAbsent(name, tag.substring(equals + 1).strip().toLowerCase(Locale.ROOT));
      }
    }
    return new PolicyRecord(tags);
  }

  /**
   * @param ofOrganization true when the author's domain is below the one whose record this is
   */
  DomainPolicy policy(boolean ofOrganization) {
    var wish = wish(tags.getOrDefault("p", "none"));
    if (ofOrganization && tags.containsKey("sp")) {
      wish = wish(tags.get("sp"));
    }
    return new DomainPolicy(isTrial() ? milder(wish) : wish, isStrict("adkim"), isStrict("aspf"));
  }

  // pct=0 (RFC 7489 section 6.6.4) and t=y, which comes in its place, ask for the next milder. What
  // lies between is not diced for: the same letter gets the same answer.
  private boolean isTrial() {
    return tags.getOrDefault("pct", "100").equals("0") || tags.getOrDefault("t", "n").equals("y");
  }

  private boolean isStrict(String tag) {
    return tags.getOrDefault(tag, "r").equals("s");
  }

  private static Wish wish(String value) {
    return switch (value) {
      case "reject" -> Wish.REJECT;
      case "quarantine" -> Wish.QUARANTINE;
      default -> Wish.NONE;
    };
  }

  private static Wish milder(Wish wish) {
    return switch (wish) {
      case REJECT -> Wish.QUARANTINE;
      case QUARANTINE, NONE -> Wish.NONE;
    };
  }
}
