package postern.accounts;

import java.util.Optional;
import postern.http.Problem;
import postern.kernel.EmailAddress;
import postern.kernel.Token;
import postern.kernel.Username;

/** Reads what a call of the JSON API gave, and says which field to mend. */
final class Given {
  private Given() {}

  static <T> T field(T value, String name) {
    return Optional.ofNullable(value)
        .orElseThrow(
            () ->
                Problem.of(400, "missing-field", "The field '" + name + "' is needed.")
                    .with("field", name)
                    .thrown());
  }

  static Username username(String text) {
    return Username.parse(field(text, "username"))
        .orElseThrow(
            () ->
                Problem.of(
                        422,
                        "bad-username",
                        "A username has 3 to 30 of a to z, 0 to 9 and hyphen, no hyphen at its"
                            + " ends.")
                    .thrown());
  }

  static EmailAddress address(String text) {
    return EmailAddress.parse(field(text, "address"))
        .orElseThrow(
            () ->
                Problem.of(422, "bad-address", "This is not an address that mail could reach.")
                    .thrown());
  }

  static Password password(String text, String name) {
    return Password.typed(field(text, name));
  }

  /** A link's token; one that cannot be ours is answered like one that is used up. */
  static Token token(String text) {
    return Token.parse(field(text, "token")).orElseThrow(() -> noSuchLink().thrown());
  }

  static Problem noSuchLink() {
    return Problem.of(
        410, "link-used-up", "This link was used before, or is too old. Ask for a new one.");
  }

  static Problem weak(PasswordRefusal why) {
    return Problem.of(422, "weak-password", why.sentence())
        .with("reason", why.name().toLowerCase(java.util.Locale.ROOT));
  }

  static Problem wrongPassword() {
    return Problem.of(403, "wrong-password", "This is not your current password.");
  }
}
