package postern.delivery;

import postern.kernel.EmailAddress;
import postern.mail.report.Status;
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
    var credentials = relay.credentials();
    return new RelayTransport(
        new SmtpClient(
            RelayHost.of(relay.host(), relay.port(), credentials, domain).with(connections)));
  }

  @Override
  public Attempted attempt(long mail, String returnPath, EmailAddress to, byte[] finished) {
    return switch (client.send(returnPath, to, finished)) {
      case Sent.Accepted _ -> new Attempted.Accepted();
      case Sent.Deferred(PeerAnswer answer) ->
          new Attempted.Deferred(answer.code(), answer.safeWords());
      case Sent.Rejected(PeerAnswer answer) ->
          new Attempted.Rejected(answer.code(), answer.safeWords(), noSuchMailbox(answer));
      case Sent.Unreachable(var cause) -> new Attempted.Deferred(NO_ANSWER, words(cause));
    };
  }

  // Only what is said to RCPT, and with a code that says so: a relay host that wants another
  // password refuses everybody's mailbox.
  private static boolean noSuchMailbox(PeerAnswer answer) {
    return answer.stage() == PeerAnswer.Stage.RECIPIENT
        && answer.enhanced().flatMap(Status::in).filter(Status::noSuchMailbox).isPresent();
  }

  private static String words(Sent.Cause cause) {
    return switch (cause) {
      case NO_CONNECTION -> "The relay host could not be reached.";
      case REFUSED -> "The relay host takes no session of ours now.";
      case TLS -> "The relay host has no TLS, or a certificate that does not stand for it.";
      case CREDENTIALS -> "The relay host wants other credentials.";
      case NOT_OFFERED -> "The relay host cannot carry this mail (8BITMIME, SMTPUTF8).";
      case TIMEOUT -> "The relay host took too long.";
      case BROKEN -> "The connection to the relay host broke.";
      case PROTOCOL -> "The relay host said what is not SMTP.";
      case BUSY, INTERRUPTED -> "All connections to the relay host were in use.";
    };
  }

  @Override
  public void close() {
    client.close();
  }
}
