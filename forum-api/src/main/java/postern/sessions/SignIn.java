package postern.sessions;

import java.util.Optional;
import postern.accounts.Password;
import postern.http.Network;
import postern.kernel.Token;

/**
 * What somebody gives who wants to sign in.
 *
 * @param login a username or a confirmed address
 * @param device the token of a browser that may have been used before
 * @param userAgent the header; only its family is kept
 */
public record SignIn(
    String login, Password password, Network from, Optional<Token> device, String userAgent) {
  /** Hides the login, which may be an address. */
  @Override
  public String toString() {
    return "SignIn[hidden]";
  }
}
