package postern.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.Locale;
import java.util.Set;

/**
 * Answers only for our own host, so that no foreign name can be led here (RFC 9110 section
 * 15.5.20).
 */
@PreMatching
@jakarta.annotation.Priority(10)
public final class HostFilter implements ContainerRequestFilter {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Origin origin;

  public HostFilter(Origin origin) {
    this.origin = origin;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    var host = request.getHeaderString("Host");
    if (host == null || !ours(host.toLowerCase(Locale.ROOT))) {
      throw Problem.of(421, "foreign-host", "This site does not answer to that name.").thrown();
    }
  }

  // On loopback every spelling of the same machine is ours; the port is the listener's own business
  // there.
  private boolean ours(String host) {
    return host.equals(origin.authority())
        || (origin.onLoopback() && LOOPBACK.contains(host.replaceAll(":[0-9]{1,5}$", "")));
  }
}
