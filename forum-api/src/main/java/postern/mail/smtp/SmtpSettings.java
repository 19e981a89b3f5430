package postern.mail.smtp;

import java.net.IDN;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How the receiving server is set up.
 *
 * @param port 0 for any free one
 * @param domain the relay domain: the only one whose mail is taken
 * @param trusted networks whose XFORWARD is heard and whose headers may be believed
 * @param tls offers STARTTLS when present
 * @param spool a private folder for large messages while they are decided
 */
public record SmtpSettings(
    InetAddress bind,
    int port,
    SmtpProtocol protocol,
    String domain,
    List<Network> trusted,
    SmtpLimits limits,
    Optional<SSLContext> tls,
    Path spool) {
  public SmtpSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("a port is 0 to 65535");
    }
    domain = IDN.toASCII(domain).toLowerCase(Locale.ROOT);
    trusted = List.copyOf(trusted);
  }

  boolean trusts(InetAddress peer) {
    return trusted.stream().anyMatch(network -> network.contains(peer));
  }
}
