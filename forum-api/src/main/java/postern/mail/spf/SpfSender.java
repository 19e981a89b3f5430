package postern.mail.spf;

import java.net.InetAddress;

/**
 * Who sends.
 *
 * @param client the host at the other end
 * @param domain of the MAIL FROM address, in ASCII
 * @param helo what the host calls itself
 */
public record SpfSender(InetAddress client, String domain, String helo) {
  /** Hosts are personal data too. */
  @Override
  public String toString() {
    return "SpfSender[hidden]";
  }
}
