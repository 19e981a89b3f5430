package postern.web.kept;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which requests may be answered with a kept page: visitors' plain reading. */
final class Asked {
  // Feeds by a secret are one reader's own.
  private static final Pattern PATHS =
      Pattern.compile(
          "/|/latest|/[btp]/[0-9A-Za-z]{1,20}(/[^/]{1,200})?|/(?!feeds/).{0,200}\\.atom");
  private static final Pattern QUERIES =
      Pattern.compile("page=[0-9]{1,9}|after=[0-9A-Za-z_-]{1,40}");
  private static final String SESSION = "session";

  private Asked() {}

  /**
   * The key under which the answer is kept. The host is in it, since a foreign one gets another
   * answer; a session's cookie or a token keeps a request away from what is kept.
   */
  static Optional<String> key(HttpServletRequest request) {
    var path = request.getRequestURI();
    var query = request.getQueryString();
    boolean plain =
        request.getMethod().equals("GET")
            && request.getHeader("Authorization") == null
            && !hasSession(request)
            && PATHS.matcher(path).matches()
            && !path.endsWith("/news")
            && (query == null || QUERIES.matcher(query).matches());
    var host = request.getHeader("Host");
    return plain && host != null && host.length() < 256
        ? Optional.of(host + path + (query == null ? "" : "?" + query))
        : Optional.empty();
  }

  /** True when the reader's Accept-Encoding takes gzip (RFC 9110 section 12.5.3). */
  static boolean takesGzip(HttpServletRequest request) {
    var accepted = request.getHeader("Accept-Encoding");
    if (accepted == null) {
      return false;
    }
    for (var coding : accepted.split(",")) {
      var parts = coding.strip().split("\\s*;\\s*");
      if (parts[0].equalsIgnoreCase("gzip") || parts[0].equals("*")) {
        return parts.length == 1 || !parts[1].matches("q=0(\\.0{0,3})?");
      }
    }
    return false;
  }

  /** True when the reader has one of these (RFC 9110 section 13.1.2). */
  static boolean has(HttpServletRequest request, String tag, String other) {
    var known = request.getHeader("If-None-Match");
    return known != null && (known.equals("*") || known.contains(tag) || known.contains(other));
  }

  private static boolean hasSession(HttpServletRequest request) {
    return Collections.list(request.getHeaders("Cookie")).stream()
        .anyMatch(cookies -> cookies.contains(SESSION));
  }
}
