package postern.kernel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The public name of a member: 3 to 30 of a to z, 0 to 9 and hyphen, no hyphen at either end. It
 * has no dot, so that {@code username.token} fits the 64 octets of a local part (RFC 5321 section
 * 4.5.3.1.1) and reads in one way only.
 */
public record Username(@JsonValue String text) implements Comparable<Username> {
  public static final int MIN_LENGTH = 3;
  public static final int MAX_LENGTH = 30;

  private static final Pattern SHAPE = Pattern.compile("[a-z0-9](?:[a-z0-9-]{1,28})[a-z0-9]");

  /**
   * Local parts and titles that would let a member pass for the house (RFC 2142, and our own
   * addresses).
   */
  private static final Set<String> RESERVED =
      Set.of(
          "abuse",
          "admin",
          "administrator",
          "all",
          "anonymous",
          "bounce",
          "daemon",
          "everyone",
          "former",
          "former-member",
          "forum",
          "guest",
          "help",
          "hostmaster",
          "info",
          "mail",
          "mailer-daemon",
          "member",
          "members",
          "moderator",
          "moderators",
          "news",
          "nobody",
          "noc",
          "notice",
          "notices",
          "no-reply",
          "noreply",
          "owner",
          "postern",
          "postmaster",
          "privacy",
          "reply",
          "root",
          "security",
          "staff",
          "support",
          "sysadmin",
          "system",
          "team",
          "unsubscribe",
          "usenet",
          "uucp",
          "webmaster",
          "www");

  public Username {
    if (text == null || !SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException("a username is 3 to 30 of a to z, 0 to 9 and hyphen");
    }
  }

  /** Reads what a person typed, in any case; empty when it is no username. */
  public static Optional<Username> parse(String typed) {
    if (typed == null) {
      return Optional.empty();
    }
    var text = typed.strip().toLowerCase(Locale.ROOT);
    return SHAPE.matcher(text).matches() ? Optional.of(new Username(text)) : Optional.empty();
  }

  /** True for names that only the house may answer to. */
  public boolean reserved() {
    return RESERVED.contains(text);
  }

  @Override
  public int compareTo(Username other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
