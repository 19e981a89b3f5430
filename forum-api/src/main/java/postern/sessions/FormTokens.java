package postern.sessions;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import postern.kernel.Base32;
import postern.privacy.Keys;

/**
 * The token that every form of a signed-in member's page carries, so that no other site's page can
 * post in their name. It belongs to one session and ends with it.
 */
public final class FormTokens {
  /** The field of a form. */
  public static final String FIELD = "csrf";

  /** For a script of our own, in place of the field. */
  public static final String HEADER = "Postern-Form-Token";

  private final Keys keys;

  public FormTokens(Keys keys) {
    this.keys = keys;
  }

  /**
   * What the forms on the answer to this request carry; empty for who has no cookie, whose forms
   * need none.
   */
  public Optional<String> of(ContainerRequestContext request) {
    return CurrentSession.of(request)
        .filter(current -> current.means() == CurrentSession.Means.COOKIE)
        .flatMap(CurrentSession::session)
        .map(this::of);
  }

  public String of(SessionId session) {
    return Base32.encode(keys.index("form-token", session.toString()));
  }

  boolean fits(SessionId session, String presented) {
    return presented != null
        && MessageDigest.isEqual(
            of(session).getBytes(StandardCharsets.US_ASCII),
            presented.getBytes(StandardCharsets.UTF_8));
  }
}
