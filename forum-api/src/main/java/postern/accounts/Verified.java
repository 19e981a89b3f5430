package postern.accounts;

import postern.kernel.MemberId;
import postern.kernel.Username;

/** What became of a link that confirms a sign-up. */
public sealed interface Verified {
  record Member(MemberId id, Username username) implements Verified {}

  /** Meanwhile the address became another member's. The name is free again. */
  record AddressTaken() implements Verified {}

  /** Never ours, used before, or too old. */
  record NoSuchLink() implements Verified {}
}
