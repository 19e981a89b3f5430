package postern.mail.smtp;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Who talks to us.
 *
 * @param peer the host at the other end of the connection
 * @param trusted true when the peer is in a trusted network; the only ground on which to believe
 *     what it adds
 * @param client who gave the message to the peer, by XFORWARD; the peer itself without; empty when
 *     the peer says that it does not know
 * @param clientName the client's verified host name, only from XFORWARD
 * @param helo what the client called itself
 * @param tls true when this connection is encrypted
 */
public record SmtpSession(
    InetAddress peer,
    boolean trusted,
    Optional<InetAddress> client,
    Optional<String> clientName,
    String helo,
    boolean tls,
    SmtpProtocol protocol) {

  /** Hosts are personal data too: they stay out of logs. */
  @Override
  public String toString() {
    return "SmtpSession[hidden]";
  }
}
