package postern.mail.auth;

import java.time.InstantSource;
import postern.kernel.EmailAddress;
import postern.mail.dns.Names;
import postern.mail.mime.InboundMessage;
import postern.mail.smtp.Envelope;

/**
 * Says whether a message really comes from whom its From header names. What a trusted relay found
 * is believed where one is configured; everything else is checked here by SPF, DKIM and DMARC.
 */
public final class Authors {
  private final boolean relayIsBelieved;
  private final AuthenticationResults results;
  private final OwnChecks checks;

  /**
   * @param domain the relay domain, on which our mailboxes lie
   */
  public Authors(AuthorSettings settings, String domain, InstantSource clock) {
    this.relayIsBelieved = settings.authservId().isPresent();
    this.results = new AuthenticationResults(settings.authservId());
    this.checks = new OwnChecks(new Names(settings.nameServer(), clock), clock, domain);
  }

  /**
   * May ask name servers, for half a minute at most.
   *
   * @param from the one address in the message's one From
   */
  public Authenticity judge(Envelope envelope, InboundMessage message, EmailAddress from) {
    return relayIsBelieved && envelope.session().trusted()
        ? results.judge(message.headers(), from)
        : checks.judge(envelope, message, from);
  }
}
