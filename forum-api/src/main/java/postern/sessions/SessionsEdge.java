package postern.sessions;

import io.dropwizard.auth.AuthValueFactoryProvider;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import postern.http.Origin;
import postern.kernel.Viewer;
import postern.privacy.Keys;

/**
 * Puts the recognition of viewers, and the refusal of other sites' posts, before every endpoint.
 */
public final class SessionsEdge {
  private final Sessions sessions;
  private final Origin origin;
  private final SessionCookies cookies;
  private final FormTokens formTokens;

  SessionsEdge(Sessions sessions, Origin origin, Keys keys) {
    this.sessions = sessions;
    this.origin = origin;
    this.cookies = new SessionCookies(origin);
    this.formTokens = new FormTokens(keys);
  }

  public SessionCookies cookies() {
    return cookies;
  }

  public FormTokens formTokens() {
    return formTokens;
  }

  /** From here on, a parameter {@code @Auth Viewer} says who is looking. */
  public void register(JerseyEnvironment jersey) {
    jersey.register(new ViewerFilter(sessions, cookies));
    jersey.register(new CrossSiteFilter(origin, cookies, formTokens));
    jersey.register(new AuthValueFactoryProvider.Binder<>(Viewer.class));
  }
}
