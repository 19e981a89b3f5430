package postern.mail.smtp;

import java.util.Optional;
import postern.kernel.EmailAddress;

/**
 * Where a message says it comes from (RFC 5321 section 4.1.1.2): nowhere, a real address, or
 * something that the grammar allows and nobody uses, such as a quoted local part or an address
 * literal. It has no text form.
 */
public final class ReversePath {
  public static final ReversePath NULL = new ReversePath(Optional.empty(), true);

  private final Optional<EmailAddress> address;
  private final boolean none;

  private ReversePath(Optional<EmailAddress> address, boolean none) {
    this.address = address;
    this.none = none;
  }

  static ReversePath of(MailPath path) {
    return path.isNull() ? NULL : new ReversePath(path.address(), false);
  }

  /** The usual kind. */
  public static ReversePath of(EmailAddress address) {
    return new ReversePath(Optional.of(address), false);
  }

  /**
   * True for {@code <>}: a report or an automatic answer, which must not cause another (RFC 3834
   * section 3.3).
   */
  public boolean isNull() {
    return none;
  }

  /** Empty for {@code <>} and for an address that mail could not reach. */
  public Optional<EmailAddress> address() {
    return address;
  }

  @Override
  public String toString() {
    return none ? "<>" : "ReversePath[hidden]";
  }
}
