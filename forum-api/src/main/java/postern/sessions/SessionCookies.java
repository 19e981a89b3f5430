package postern.sessions;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import postern.http.Origin;
import postern.kernel.Token;

/**
 * The cookies of who has signed in; a visitor gets none. Over https their names carry the prefix
 * that binds them to this host (RFC 6265bis section 4.1.3.2).
 */
public final class SessionCookies {
  private static final String PREFIX = "__Host-";

  private final boolean secure;

  public SessionCookies(Origin origin) {
    this.secure = origin.secure();
  }

  /** Holds the session; goes when it expires. */
  public NewCookie session(NewSession session) {
    return cookie("session", session.token().secret(), (int) Sessions.ABSOLUTE.toSeconds());
  }

  /**
   * Marks this browser as one its owner has signed in from, so that strangers' guesses do not slow
   * it.
   */
  public NewCookie device(Token token) {
    return cookie("device", token.secret(), (int) Sessions.DEVICE_MEMORY.toSeconds());
  }

  /** Takes the session's cookie away. The device's stays: it opens nothing by itself. */
  public NewCookie signedOut() {
    return cookie("session", "", 0);
  }

  public Optional<Token> session(ContainerRequestContext request) {
    return read(request, "session");
  }

  public Optional<Token> device(ContainerRequestContext request) {
    return read(request, "device");
  }

  boolean presented(ContainerRequestContext request) {
    return request.getCookies().containsKey(name("session"));
  }

  private Optional<Token> read(ContainerRequestContext request, String name) {
    return Optional.ofNullable(request.getCookies().get(name(name)))
        .flatMap(cookie -> Token.parse(cookie.getValue()));
  }

  private NewCookie cookie(String name, String value, int seconds) {
    return new NewCookie.Builder(name(name))
        .value(value)
        .path("/")
        .maxAge(seconds)
        .secure(secure)
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }

  private String name(String name) {
    return secure ? PREFIX + name : name;
  }
}
