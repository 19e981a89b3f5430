package postern.delivery;

import java.util.Optional;
import postern.kernel.EmailAddress;
import postern.mail.smtp.Credentials;
import postern.mail.smtp.PeerAnswer;
import postern.mail.smtp.RelayHost;
import postern.mail.smtp.Sent;
import postern.mail.smtp.SmtpClient;

/** Hands mail to the relay host. */
final class RelayTransport implements Transport {
  private static final int NO_ANSWER = 0;

  private final SmtpClient client;

  private RelayTransport(SmtpClient client) {
    this.client = client;
  }

  static RelayTransport to(Outbound.Relay relay, String domain, int connections) {
    var credentials =
        relay.user().isEmpty()
            ? Optional.<Credentials>empty()
            : Optional.of(new Credentials(relay.user(), relay.password()));
    return new RelayTransport(
        new SmtpClient(
            RelayHost.of(relay.host(), relay.port(), credentials, domain).with(connections)));
  }

  @Override
  public Attempted attempt(long mail, String returnPath, EmailAddress to, byte[] finished) {
    return switch (client.send(returnPath, to, finished)) {
      case Sent.Accepted _ -> new Attempted.Accepted();
      case Sent.Deferred(PeerAnswer answer) -> new Attempted.Deferred(answer.code());
      case Sent.Rejected(PeerAnswer answer) -> new Attempted.Rejected(answer.code());
      case Sent.Unreachable _ -> new Attempted.Deferred(NO_ANSWER);
    };
  }

  @Override
  public void close() {
    client.close();
  }
}
