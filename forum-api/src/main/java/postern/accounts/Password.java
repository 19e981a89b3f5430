package postern.accounts;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * A password as somebody typed it; it cannot be printed. Spellings of one text are one (RFC 8265
 * section 4.2).
 */
public final class Password {
  private final String typed;

  private Password(String typed) {
    this.typed = typed;
  }

  /** Takes anything: whether it will do as a new password is {@link PasswordPolicy}'s question. */
  public static Password typed(String typed) {
    return new Password(Normalizer.normalize(typed == null ? "" : typed, Normalizer.Form.NFC));
  }

  byte[] octets() {
    return typed.getBytes(StandardCharsets.UTF_8);
  }

  String text() {
    return typed;
  }

  @Override
  public String toString() {
    return "Password[hidden]";
  }
}
