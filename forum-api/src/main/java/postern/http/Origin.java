package postern.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/** The site's own address, as browsers have it: scheme, host and port, with no path. */
public record Origin(URI uri) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  public static Origin parse(String text) {
    var uri = URI.create(text.replaceAll("/+$", ""));
    var scheme = uri.getScheme();
    if (uri.getHost() == null
        || !("http".equals(scheme) || "https".equals(scheme))
        || !uri.getPath().isEmpty()) {
      throw new IllegalArgumentException(
          "the origin is http:// or https:// with a host and perhaps a port");
    }
    return new Origin(uri);
  }

  public boolean secure() {
    return "https".equals(uri.getScheme());
  }

  /** True when nobody but this machine can mean it. */
  public boolean onLoopback() {
    var host = uri.getHost().toLowerCase(Locale.ROOT);
    if (LOOPBACK.contains(host) || host.endsWith(".localhost")) {
      return true;
    }
    try {
      return host.matches("127(\\.[0-9]{1,3}){3}")
          && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException notAnAddress) {
      return false;
    }
  }

  /** The Host header that a browser sends for this origin. */
  public String authority() {
    return uri.getRawAuthority().toLowerCase(Locale.ROOT);
  }

  public String url(String path) {
    return uri + path;
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
