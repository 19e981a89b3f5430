package postern.mail.mime;

import postern.kernel.EmailAddress;

/** A name and an address out of a header. Hides both. */
public final class Mailbox {
  private final String name;
  private final EmailAddress address;

  Mailbox(String name, EmailAddress address) {
    this.name = name;
    this.address = address;
  }

  /** The decoded display name; empty when there is none. */
  public String name() {
    return name;
  }

  public EmailAddress address() {
    return address;
  }

  @Override
  public String toString() {
    return "Mailbox[hidden]";
  }
}
