package postern.mail.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** How we sign in at the relay host. It has no text form. */
public final class Credentials {
  private final String user;
  private final String password;

  public Credentials(String user, String password) {
    if (user.indexOf('\0') >= 0 || password.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("credentials hold no NUL");
    }
    this.user = user;
    this.password = password;
  }

  /** RFC 4616. */
  String plain() {
    return base64("\0" + user + "\0" + password);
  }

  String userCoded() {
    return base64(user);
  }

  String passwordCoded() {
    return base64(password);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "Credentials[hidden]";
  }
}
