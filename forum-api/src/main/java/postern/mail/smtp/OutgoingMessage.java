package postern.mail.smtp;

import java.io.ByteArrayOutputStream;

/** The bytes of a message as SMTP can carry them. */
final class OutgoingMessage {
  private final byte[] bytes;
  private final boolean eightBit;

  /**
   * Refuses a bare CR, a bare LF and a NUL, at which another server could see an end that is none.
   */
  OutgoingMessage(byte[] bytes) {
    this.bytes = bytes;
    boolean high = false;
    for (int at = 0; at < bytes.length; at++) {
      boolean cr = bytes[at] == '\r';
      boolean lf = bytes[at] == '\n';
      boolean afterCr = at > 0 && bytes[at - 1] == '\r';
      if (lf != afterCr || bytes[at] == 0 || cr && at == bytes.length - 1) {
        throw new IllegalArgumentException("a message has no bare CR, bare LF or NUL");
      }
      high |= bytes[at] < 0;
    }
    eightBit = high;
  }

  boolean eightBit() {
    return eightBit;
  }

  int size() {
    return bytes.length;
  }

  /** Dots stuffed, and the end behind it. */
  byte[] onTheWire() {
    var wire = new ByteArrayOutputStream(bytes.length + bytes.length / 64 + 8);
    boolean lineStart = true;
    for (byte octet : bytes) {
      if (lineStart && octet == '.') {
        wire.write('.');
      }
      wire.write(octet);
      lineStart = octet == '\n';
    }
    if (!lineStart) {
      wire.write('\r');
      wire.write('\n');
    }
    wire.write('.');
    wire.write('\r');
    wire.write('\n');
    return wire.toByteArray();
  }
}
