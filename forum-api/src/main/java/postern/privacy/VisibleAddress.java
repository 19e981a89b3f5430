package postern.privacy;

import com.fasterxml.jackson.annotation.JsonValue;
import postern.kernel.EmailAddress;

/**
 * A real address that its owner lets this viewer see. Only the vault makes one, and only for that
 * one answer.
 */
public final class VisibleAddress {
  private final String text;

  VisibleAddress(EmailAddress address) {
    this.text = address.reveal();
  }

  /** For the page or the answer that was asked for, and for nothing else. */
  @JsonValue
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return "VisibleAddress[hidden]";
  }
}
