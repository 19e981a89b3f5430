package postern.accounts;

/** What somebody is told who signs up. Nothing in it depends on whether the address is known. */
public sealed interface Asked {
  /** A mail is on its way to the address, whatever it says. */
  record LookIntoYourMailbox() implements Asked {}

  /** Nothing was kept. */
  record UnderAge() implements Asked {}

  record UsernameTaken() implements Asked {}

  /** The house keeps it for itself. */
  record UsernameNotAllowed() implements Asked {}

  /** Its form was used for another sign-up. */
  record FormUsed() implements Asked {}

  record WeakPassword(PasswordRefusal why) implements Asked {}
}
