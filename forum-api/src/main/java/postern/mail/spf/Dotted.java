package postern.mail.spf;

import java.net.InetAddress;
import java.util.HexFormat;

/** An address as macros spell it: numbers, or single hexadecimal digits, between dots. */
final class Dotted {
  private Dotted() {}

  static String of(InetAddress address) {
    byte[] octets = address.getAddress();
    return octets.length == 4
        ? address.getHostAddress()
        : String.join(".", HexFormat.of().formatHex(octets).split(""));
  }
}
