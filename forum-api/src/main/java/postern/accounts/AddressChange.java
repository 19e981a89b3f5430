package postern.accounts;

import java.time.Duration;
import postern.kernel.MemberId;

/**
 * How a change of a member's addresses ended. Nothing in it depends on whether a new address is
 * known.
 */
public sealed interface AddressChange {
  /** It is done; for a new address, a mail is on its way there, whatever it says. */
  record Done(MemberId member) implements AddressChange {}

  record WrongPassword() implements AddressChange {}

  record TooManyAttempts(Duration retryAfter) implements AddressChange {}

  /** Not one of the member's confirmed addresses. */
  record NotYours() implements AddressChange {}

  /** The main address can only be removed once another is the main one. */
  record IsMain() implements AddressChange {}

  /** Meanwhile it became another member's. */
  record AddressTaken() implements AddressChange {}

  /** The link was never ours, was used before, or is too old. */
  record NoSuchLink() implements AddressChange {}
}
