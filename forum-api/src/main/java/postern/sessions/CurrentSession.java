package postern.sessions;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import postern.kernel.Viewer;

/**
 * By what the member of this request was recognised.
 *
 * @param id the session's id, or the API token's
 */
public record CurrentSession(long id, Viewer.Member member, Means means) {
  /** How the secret came. Only a cookie is sent by a browser without its page's doing. */
  public enum Means {
    COOKIE,
    BEARER,
    API_TOKEN
  }

  private static final String PROPERTY = CurrentSession.class.getName();

  /** Empty for a guest. */
  public static Optional<CurrentSession> of(ContainerRequestContext request) {
    return Optional.ofNullable((CurrentSession) request.getProperty(PROPERTY));
  }

  /** The session to end or to spare; empty for a guest and for an API token. */
  public Optional<SessionId> session() {
    return means == Means.API_TOKEN ? Optional.empty() : Optional.of(new SessionId(id));
  }

  void remember(ContainerRequestContext request) {
    request.setProperty(PROPERTY, this);
  }
}
