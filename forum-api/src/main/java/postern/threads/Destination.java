package postern.threads;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a link in a post leads, decided once and strictly: what cannot be told for certain leads
 * nowhere.
 */
sealed interface Destination {
  /** A path of this site. */
  record Here(String path) implements Destination {}

  /**
   * @param host the real host in ASCII, so that a letter of another alphabet shows
   * @param plain true when the address can be taken for nothing else: no user name before the host,
   *     ASCII only
   */
  record Elsewhere(String url, String host, boolean plain) implements Destination {}

  record Nowhere() implements Destination {}

  int LONGEST_HOST = 253;
  Pattern PORT = Pattern.compile(":[0-9]{0,5}$");
  Pattern SCHEME = Pattern.compile("(?i)https?://");
  Pattern HOST =
      Pattern.compile(
          "[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*\\.?|\\[[0-9a-f:.]+]");

  static Destination of(String url) {
    // Browsers drop tabs and line ends inside an address and read a backslash as a slash.
    if (url.isEmpty() || url.chars().anyMatch(c -> c <= ' ' || c == '\\' || c == 0x7f)) {
      return new Nowhere();
    }
    if (url.startsWith("/")) {
      return url.startsWith("//") ? new Nowhere() : new Here(url);
    }
    var scheme = SCHEME.matcher(url);
    return scheme.lookingAt()
        ? elsewhere(scheme.group(), url.substring(scheme.end()))
        : new Nowhere();
  }

  private static Destination elsewhere(String scheme, String rest) {
    var authority = rest.split("[/?#]", 2)[0];
    int user = authority.lastIndexOf('@') + 1;
    int port = PORT.matcher(authority).find(user) ? authority.lastIndexOf(':') : authority.length();
    if (port - user > LONGEST_HOST) {
      return new Nowhere();
    }
    var written = authority.substring(user, port);
    try {
      var host = IDN.toASCII(written, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      var url = scheme + authority.substring(0, user) + host + rest.substring(port);
      return HOST.matcher(host).matches()
          ? new Elsewhere(url, host, user == 0 && host.equalsIgnoreCase(written))
          : new Nowhere();
    } catch (IllegalArgumentException notAHost) {
      return new Nowhere();
    }
  }
}
