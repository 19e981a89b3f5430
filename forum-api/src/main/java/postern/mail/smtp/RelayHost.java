package postern.mail.smtp;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * Where outgoing mail goes.
 *
 * @param helo what we call ourselves: the relay domain
 * @param connections open at once
 * @param trust whom to believe in TLS; the system's authorities when empty
 */
public record RelayHost(
    String host,
    int port,
    Security security,
    Optional<Credentials> credentials,
    String helo,
    int connections,
    Times times,
    Optional<SSLContext> trust) {

  /** There is no way to send in the clear to another machine. */
  public enum Security {
    /** TLS from the start on port 465, STARTTLS elsewhere, nothing on loopback. */
    AUTOMATIC,
    STARTTLS,
    IMPLICIT
  }

  /**
   * @param connect to reach the host and agree on TLS
   * @param reply for each answer
   * @param lastReply for the answer to a message, which may be scanned first (RFC 5321 section
   *     4.5.3.2.6)
   * @param sending for everything about one message together
   * @param idle how long a connection is kept for the next message
   */
  public record Times(
      Duration connect, Duration reply, Duration lastReply, Duration sending, Duration idle) {
    public static Times standard() {
      return new Times(
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofMinutes(20),
          Duration.ofSeconds(20));
    }
  }

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.-]{1,253}");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:-]{1,253}");

  public RelayHost {
    if (!HOST.matcher(host).matches() || port < 1 || port > 65_535 || connections < 1) {
      throw new IllegalArgumentException(
          "a relay host has a name, a port and a connection at least");
    }
    if (!NAME.matcher(helo).matches()) {
      throw new IllegalArgumentException("we call ourselves by a host name");
    }
  }

  /** With the usual times and four connections. */
  public static RelayHost of(
      String host, int port, Optional<Credentials> credentials, String helo) {
    return new RelayHost(
        host, port, Security.AUTOMATIC, credentials, helo, 4, Times.standard(), Optional.empty());
  }

  /** The same with so many connections at once. */
  public RelayHost with(int many) {
    return new RelayHost(host, port, security, credentials, helo, many, times, trust);
  }
}
