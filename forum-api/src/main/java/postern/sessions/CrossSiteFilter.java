package postern.sessions;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.glassfish.jersey.server.ContainerRequest;
import postern.http.Origin;
import postern.http.Problem;
import postern.sessions.CurrentSession.Means;

/**
 * Refuses what another site's page makes a browser send. It stands before every endpoint, so that
 * none can lack it.
 *
 * <p>A browser says where a request comes from in Sec-Fetch-Site (W3C Fetch Metadata), older ones
 * in Origin or Referer; a page's form that says none of these is refused. Where a cookie speaks for
 * a member, the form token is needed too. A bearer token is never sent by a browser by itself, so
 * it needs neither; nor does a program's call to the JSON API that carries no cookie.
 */
@Priority(Priorities.AUTHENTICATION + 10)
final class CrossSiteFilter implements ContainerRequestFilter {
  // RFC 8058 section 3.2: a mail host posts here with no cookie and no page; the token in the
  // address is its authority.
  private static final String ONE_CLICK = "letters/end/";

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final Origin origin;
  private final SessionCookies cookies;
  private final FormTokens tokens;

  CrossSiteFilter(Origin origin, SessionCookies cookies, FormTokens tokens) {
    this.origin = origin;
    this.cookies = cookies;
    this.tokens = tokens;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (SAFE.contains(request.getMethod())) {
      return;
    }
    var current = CurrentSession.of(request);
    if (current.filter(session -> session.means() != Means.COOKIE).isPresent()) {
      return;
    }
    if (!fromOurPages(request)) {
      throw Problem.of(
              403,
              "cross-site",
              "This came from another site. Open the page here and send it again.")
          .thrown();
    }
    if (current.isPresent() && !carriesToken(request, current.get())) {
      throw Problem.of(
              403,
              "form-token",
              "This page is from an earlier sign-in. Reload it and send it again.")
          .thrown();
    }
  }

  private boolean fromOurPages(ContainerRequestContext request) {
    var site = request.getHeaderString("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    var from =
        Optional.ofNullable(request.getHeaderString("Origin"))
            .or(() -> Optional.ofNullable(request.getHeaderString("Referer")));
    return from.map(this::ours).orElseGet(() -> programs(request));
  }

  private boolean ours(String from) {
    try {
      var uri = URI.create(from);
      return uri.getScheme() != null
          && uri.getRawAuthority() != null
          && uri.getScheme().equalsIgnoreCase(origin.uri().getScheme())
          && uri.getRawAuthority().equalsIgnoreCase(origin.uri().getRawAuthority());
    } catch (IllegalArgumentException opaque) {
      return false;
    }
  }

  private boolean programs(ContainerRequestContext request) {
    var path = request.getUriInfo().getPath();
    return (path.startsWith("api/") || path.startsWith(ONE_CLICK)) && !cookies.presented(request);
  }

  private boolean carriesToken(ContainerRequestContext request, CurrentSession current) {
    var presented =
        Optional.ofNullable(request.getHeaderString(FormTokens.HEADER))
            .or(() -> field((ContainerRequest) request));
    return presented.isPresent() && tokens.fits(current.session().orElseThrow(), presented.get());
  }

  // The form is read here and kept, so that the endpoint reads it again.
  private static Optional<String> field(ContainerRequest request) {
    if (!MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(request.getMediaType())) {
      return Optional.empty();
    }
    request.bufferEntity();
    return Optional.ofNullable(request.readEntity(Form.class).asMap().getFirst(FormTokens.FIELD));
  }
}
