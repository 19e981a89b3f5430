package postern.mail.dns;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.regex.Pattern;
import org.xbill.DNS.ResolverConfig;

/** Which resolver is asked. */
public sealed interface NameServer {
  Pattern HOST_AND_PORT = Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([^\\[\\]:]+)):([0-9]{1,5})");

  /** The machine's own, as its settings say now. */
  record OfSystem() implements NameServer {
    @Override
    public List<InetSocketAddress> addresses() {
      return ResolverConfig.getCurrentConfig().servers();
    }
  }

  /** This one alone. */
  record At(InetSocketAddress address) implements NameServer {
    @Override
    public List<InetSocketAddress> addresses() {
      return List.of(address);
    }
  }

  List<InetSocketAddress> addresses();

  /**
   * Reads a setting: {@code 192.0.2.53:53}, {@code [2001:db8::53]:53}; empty text means the
   * system's.
   *
   * @throws IllegalArgumentException when it is neither: a resolver's own name would have to be
   *     asked of another
   */
  static NameServer parse(String setting) {
    if (setting.isBlank()) {
      return new OfSystem();
    }
    var matcher = HOST_AND_PORT.matcher(setting.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("mail.dns is an address with a port: 192.0.2.53:53");
    }
    var host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    var address =
        host.equals("localhost") ? InetAddress.getLoopbackAddress() : InetAddress.ofLiteral(host);
    return new At(new InetSocketAddress(address, Integer.parseInt(matcher.group(3))));
  }
}
