package postern.accounts;

import java.time.Duration;
import postern.kernel.MemberId;

/** How the wish for a new password ended. */
public sealed interface PasswordChange {
  record Done(MemberId member) implements PasswordChange {}

  record WrongPassword() implements PasswordChange {}

  record Weak(PasswordRefusal why) implements PasswordChange {}

  /** The link was never ours, was used before, or is too old. */
  record NoSuchLink() implements PasswordChange {}

  record TooManyAttempts(Duration retryAfter) implements PasswordChange {}
}
