package postern.mail.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import postern.kernel.EmailAddress;

/**
 * A message as it will leave, but for the reader's address: it can be stored and looked through
 * while nobody but the courier ever holds both. Hides its text.
 */
public final class OutboundMessage {
  private final byte[] stored;

  private OutboundMessage(byte[] stored) {
    this.stored = stored;
  }

  /** Takes back what {@link #stored} gave. */
  public static OutboundMessage ofStored(byte[] stored) {
    return new OutboundMessage(stored.clone());
  }

  /** The message without its To header. */
  public byte[] stored() {
    return stored.clone();
  }

  public int size() {
    return stored.length;
  }

  /**
   * The finished bytes. The text comes from the vault by way of the courier; what is no address
   * throws, so that no line end can come in by it.
   */
  public byte[] addressedTo(String address) {
    if (EmailAddress.parse(address).isEmpty() || address.chars().anyMatch(c -> c <= ' ')) {
      throw new IllegalArgumentException("not an address that mail could reach");
    }
    var out = new ByteArrayOutputStream(stored.length + 300);
    int first = endOfFirstField();
    out.write(stored, 0, first);
    // RFC 6532: a local part beyond ASCII is written as UTF-8; the courier then needs SMTPUTF8.
    out.writeBytes(("To: <" + address + ">\r\n").getBytes(StandardCharsets.UTF_8));
    out.write(stored, first, stored.length - first);
    return out.toByteArray();
  }

  private int endOfFirstField() {
    for (int i = 0; i + 2 < stored.length; i++) {
      if (stored[i] == '\r'
          && stored[i + 1] == '\n'
          && stored[i + 2] != ' '
          && stored[i + 2] != '\t') {
        return i + 2;
      }
    }
    return 0;
  }

  @Override
  public String toString() {
    return "OutboundMessage[" + stored.length + " bytes]";
  }
}
