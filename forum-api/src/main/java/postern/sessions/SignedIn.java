package postern.sessions;

import java.time.Duration;
import postern.kernel.Token;

/** How a sign-in ended. */
public sealed interface SignedIn {
  /**
   * @param device for the cookie that marks this browser as one its owner uses
   */
  record Done(NewSession session, Token device) implements SignedIn {}

  /** No such login, or another password; nobody is told which. */
  record Wrong() implements SignedIn {}

  /** The password fits a sign-up that waits for its confirmation; its mail has been sent again. */
  record Unverified() implements SignedIn {}

  record TooMany(Duration retryAfter) implements SignedIn {}
}
