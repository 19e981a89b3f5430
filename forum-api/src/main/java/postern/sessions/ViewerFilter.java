package postern.sessions;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;
import postern.http.Problem;
import postern.kernel.Token;
import postern.kernel.Viewer;

/**
 * Tells every endpoint, and every page for what is not found, who is looking: the principal is a
 * {@link Viewer}, never null. A bearer token that opens nothing is refused; a cookie that opens
 * nothing is taken away, and its sender is a guest.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
final class ViewerFilter implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String STALE = ViewerFilter.class.getName() + ".stale";
  private static final String BEARER = "bearer ";

  private final Sessions sessions;
  private final SessionCookies cookies;

  ViewerFilter(Sessions sessions, SessionCookies cookies) {
    this.sessions = sessions;
    this.cookies = cookies;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    request.setSecurityContext(new Looking(Viewer.GUEST, request.getSecurityContext()));
    var current = recognise(request);
    current.ifPresent(session -> session.remember(request));
    request.setSecurityContext(
        new Looking(
            current.<Viewer>map(CurrentSession::member).orElse(Viewer.GUEST),
            request.getSecurityContext()));
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(STALE) != null
        && response.getCookies().values().stream()
            .noneMatch(cookie -> cookie.getName().equals(cookies.signedOut().getName()))) {
      response.getHeaders().add(HttpHeaders.SET_COOKIE, cookies.signedOut());
    }
  }

  private Optional<CurrentSession> recognise(ContainerRequestContext request) {
    var header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (header != null) {
      return Optional.of(
          bearer(header)
              .flatMap(token -> sessions.recognise(token, false))
              .orElseThrow(
                  () ->
                      Problem.of(401, "bad-token", "This token opens nothing, or no longer.")
                          .thrown()));
    }
    if (!cookies.presented(request)) {
      return Optional.empty();
    }
    var current = cookies.session(request).flatMap(token -> sessions.recognise(token, true));
    if (current.isEmpty()) {
      request.setProperty(STALE, true);
    }
    return current;
  }

  // The scheme's name is read without case (RFC 9110 section 11.1).
  private static Optional<Token> bearer(String header) {
    return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Token.parse(header.substring(BEARER.length()).strip())
        : Optional.empty();
  }

  private record Looking(Viewer viewer, SecurityContext outer) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
      return viewer;
    }

    @Override
    public boolean isUserInRole(String role) {
      return false;
    }

    @Override
    public boolean isSecure() {
      return outer != null && outer.isSecure();
    }

    @Override
    public String getAuthenticationScheme() {
      return "Postern";
    }
  }
}
