package postern.mail.smtp;

import java.net.InetAddress;
import java.util.Optional;

/** A block of addresses: {@code 192.0.2.0/24}, {@code 2001:db8::/32}, or a single address. */
public record Network(InetAddress base, int prefix) {
  public Network {
    if (prefix < 0 || prefix > base.getAddress().length * 8) {
      throw new IllegalArgumentException("a prefix is as long as its address at most");
    }
  }

  /** Reads the usual notation; asks no name server, so a host name is refused. */
  public static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    try {
      var base = literal(slash < 0 ? text : text.substring(0, slash));
      int prefix =
          slash < 0 ? base.getAddress().length * 8 : Integer.parseInt(text.substring(slash + 1));
      return Optional.of(new Network(base, prefix));
    } catch (IllegalArgumentException notANetwork) {
      return Optional.empty();
    }
  }

  /** An address in its full form: "10" is 0.0.0.10 for the library, and hardly for who wrote it. */
  static InetAddress literal(String text) {
    if (text.indexOf(':') < 0 && text.chars().filter(c -> c == '.').count() != 3) {
      throw new IllegalArgumentException("an IPv4 address has four numbers");
    }
    return InetAddress.ofLiteral(text);
  }

  public boolean contains(InetAddress address) {
    byte[] ours = base.getAddress();
    byte[] theirs = address.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
