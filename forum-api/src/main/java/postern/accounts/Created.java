package postern.accounts;

import postern.kernel.MemberId;

/** How it ended when the operators made a member. */
public sealed interface Created {
  record Member(MemberId id) implements Created {}

  /** Somebody has the name, or had it, or it is kept for the house. */
  record UsernameTaken() implements Created {}

  /** The address is another member's. */
  record AddressTaken() implements Created {}

  record WeakPassword(PasswordRefusal why) implements Created {}
}
