package postern.mail.auth;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import postern.kernel.EmailAddress;
import postern.mail.dkim.Signatures;
import postern.mail.dmarc.DomainPolicies;
import postern.mail.dmarc.OrganizationalDomain;
import postern.mail.dns.Lookups;
import postern.mail.dns.Names;
import postern.mail.mime.InboundMessage;
import postern.mail.mime.Mailbox;
import postern.mail.smtp.Envelope;
import postern.mail.smtp.SmtpSession;
import postern.mail.spf.SenderPolicies;
import postern.mail.spf.SpfSender;

/**
 * Asks the author's domain itself. Only signatures and senders of the author's own organization are
 * looked at: no other could speak for the author.
 */
final class OwnChecks {
  // RFC 7208 section 4.6.4 wants at least 20 seconds for SPF; a mail host waits for minutes.
  private static final Duration TIME = Duration.ofSeconds(30);

  private final Names names;
  private final Signatures signatures;
  private final String domain;

  OwnChecks(Names names, InstantSource clock, String domain) {
    this.names = names;
    this.signatures = new Signatures(clock);
    this.domain = domain;
  }

  Authenticity judge(Envelope envelope, InboundMessage message, EmailAddress from) {
    var lookups = names.within(TIME);
    var author = from.domain();
    var policy = DomainPolicies.find(lookups, author);
    var signed =
        signatures.check(message.raw(), each -> OrganizationalDomain.same(each, author), lookups);
    var spf = spf(lookups, envelope, author);
    return new Evidence(author, signed, spf, isNamed(message, envelope)).verdict(policy);
  }

  private static Optional<Evidence.Spf> spf(Lookups lookups, Envelope envelope, String author) {
    return envelope
        .from()
        .address()
        .map(EmailAddress::domain)
        .filter(sender -> OrganizationalDomain.same(sender, author))
        .flatMap(sender -> spf(lookups, envelope.session(), sender));
  }

  /**
   * A trusted relay that does not tell its client cannot be asked for: its own address is often in
   * the very records that are to be checked.
   */
  private static Optional<Evidence.Spf> spf(Lookups lookups, SmtpSession session, String sender) {
    return session
        .client()
        .filter(client -> !(session.trusted() && client.equals(session.peer())))
        .map(client -> new SpfSender(client, sender, session.helo()))
        .map(asked -> new Evidence.Spf(sender, SenderPolicies.check(lookups, asked)));
  }

  /** True when the letter says that it goes to this mailbox. */
  private boolean isNamed(InboundMessage message, Envelope envelope) {
    var mailbox = EmailAddress.parse(envelope.mailbox() + "@" + domain);
    List<Mailbox> named = new ArrayList<>(message.to());
    named.addAll(message.cc());
    return mailbox.isPresent()
        && named.stream().map(Mailbox::address).anyMatch(mailbox.get()::equals);
  }
}
