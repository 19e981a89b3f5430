package postern.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where somebody wanted to go before they had to sign in. Only a path of this site is taken, so
 * that no link to our sign-in page can lead elsewhere afterwards (CWE-601).
 */
public final class Next {
  private static final int LONGEST = 500;

  private Next() {}

  /** The path when it is one of ours, otherwise the front page. */
  public static String path(String wanted) {
    return ours(wanted) ? wanted : "/";
  }

  /** The sign-in page that leads back to this path. */
  public static String signIn(String path) {
    return "/sign-in?next=" + URLEncoder.encode(path(path), StandardCharsets.UTF_8);
  }

  // Browsers read // and /\ as another host, and drop tabs and line ends before they do.
  private static boolean ours(String wanted) {
    return wanted != null
        && wanted.length() <= LONGEST
        && wanted.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\\"<>]]*")
        && !wanted.startsWith("/sign-");
  }
}
