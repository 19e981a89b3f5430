package postern.sessions;

import io.dropwizard.auth.AuthValueFactoryProvider;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import postern.http.Origin;
import postern.kernel.Viewer;

/** Puts the recognition of viewers before every endpoint. */
public final class SessionsEdge {
  private final Sessions sessions;
  private final SessionCookies cookies;

  public SessionsEdge(Sessions sessions, Origin origin) {
    this.sessions = sessions;
    this.cookies = new SessionCookies(origin);
  }

  /** From here on, a parameter {@code @Auth Viewer} says who is looking. */
  public void register(JerseyEnvironment jersey) {
    jersey.register(new ViewerFilter(sessions, cookies));
    jersey.register(new AuthValueFactoryProvider.Binder<>(Viewer.class));
  }
}
