package postern.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts the same strict headers on every answer, of pages, of the API and of errors, before anything
 * else is done with the request. They follow the OWASP HTTP Headers Cheat Sheet and what Mozilla's
 * HTTP Observatory asks for.
 */
public final class SecurityHeaders implements Filter {
  private static final String CONTENT_POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data:",
          "font-src 'self'",
          "connect-src 'self'",
          "form-action 'self'",
          "base-uri 'none'",
          "frame-ancestors 'none'");

  private static final String NO_DEVICES =
      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(),"
          + " microphone=(), midi=(), payment=(), usb=(), interest-cohort=(), browsing-topics=()";

  private final Map<String, String> headers;

  /**
   * @param origin the site's address; where it is https, browsers are told to use nothing else for
   *     two years
   */
  public SecurityHeaders(String origin) {
    this.headers = headers(origin.startsWith("https://"));
  }

  /** The headers and their values. */
  public Map<String, String> all() {
    return headers;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var http = (HttpServletResponse) response;
    headers.forEach(http::setHeader);
    chain.doFilter(request, response);
  }

  private static Map<String, String> headers(boolean https) {
    var all = new LinkedHashMap<String, String>();
    all.put("Content-Security-Policy", CONTENT_POLICY);
    all.put("Referrer-Policy", "same-origin");
    all.put("X-Content-Type-Options", "nosniff");
    all.put("X-Frame-Options", "DENY");
    all.put("Cross-Origin-Opener-Policy", "same-origin");
    all.put("Cross-Origin-Resource-Policy", "same-origin");
    all.put("Permissions-Policy", NO_DEVICES);
    if (https) {
      all.put("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    }
    return Map.copyOf(all);
  }
}
