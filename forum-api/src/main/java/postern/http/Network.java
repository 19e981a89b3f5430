package postern.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/**
 * Where a request comes from, as limits count it: one IPv4 address, or the /64 of an IPv6 address,
 * which one household has whole. It is only ever the subject of a limit, which keeps it as a keyed
 * hash for as long as the limit's window, and it cannot be printed.
 */
public final class Network {
  private static final int IPV6_OCTETS = 16;
  private static final int PREFIX_OCTETS = 8;

  private final String text;

  private Network(String text) {
    this.text = text;
  }

  /** Reads the numeric address of the peer, as the container gives it. */
  public static Network of(String remoteAddress) {
    // Only what is numeric is read, so that no name is ever asked for.
    var numeric = remoteAddress == null ? "" : remoteAddress.replaceAll("[\\[\\]]|%.*", "");
    if (!numeric.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
      return new Network("unknown");
    }
    try {
      var octets = InetAddress.getByName(numeric).getAddress();
      int length = octets.length == IPV6_OCTETS ? PREFIX_OCTETS : octets.length;
      return new Network(HexFormat.of().formatHex(octets, 0, length));
    } catch (UnknownHostException notAnAddress) {
      return new Network("unknown");
    }
  }

  /** For the subject of a limit, and for nothing else. */
  public String subject() {
    return text;
  }

  @Override
  public String toString() {
    return "Network[hidden]";
  }
}
