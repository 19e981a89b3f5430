package postern.importing;

import java.util.Locale;
import java.util.regex.Pattern;

/** Subjects without what mail programs put before them. */
final class Subjects {
  // "Re" as programs of several languages write it, also counted, also behind the list's own tag.
  private static final Pattern REPLY =
      Pattern.compile(
          "(?i)^(?:\\[[^\\]\\[]{1,40}\\]\\s*)?(?:re|aw|sv|vs|antw|odp|ynt|res|rif|回复|答复)"
              + "(?:\\[\\d{1,3}\\]|\\^\\d{1,3})?\\s*[:：]\\s*");

  private Subjects() {}

  static boolean isReply(String subject) {
    return REPLY.matcher(subject).find();
  }

  /** The subject of the message that was answered first. */
  static String base(String subject) {
    var base = subject.replaceAll("\\s+", " ").strip();
    for (var found = REPLY.matcher(base); found.find(); found = REPLY.matcher(base)) {
      base = base.substring(found.end());
    }
    return base;
  }

  /** Alike for subjects that differ only in spacing and case. */
  static String key(String subject) {
    return base(subject).toLowerCase(Locale.ROOT);
  }
}
