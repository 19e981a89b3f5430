package postern.accounts;

import postern.kernel.MemberId;

/** Whom a login and a password belong to. */
public sealed interface Identified {
  record Member(MemberId id) implements Identified {}

  /** The password fits a sign-up whose mail was not answered yet. */
  record Unverified(long signUp) implements Identified {}

  /** No such login, or not this password: which of the two, nobody is told. */
  record Nobody() implements Identified {}
}
