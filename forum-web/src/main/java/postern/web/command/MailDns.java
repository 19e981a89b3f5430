package postern.web.command;

import java.time.Duration;
import java.time.InstantSource;
import postern.World;
import postern.delivery.DeliverySettings;
import postern.delivery.DnsRecords;
import postern.delivery.Outbound;
import postern.delivery.SigningKey;
import postern.delivery.SigningKeys;
import postern.http.Origin;
import postern.mail.dns.Looked;
import postern.mail.dns.Lookups;
import postern.mail.dns.NameServer;
import postern.mail.dns.Names;
import postern.web.ForumConfiguration;

/** The keys of this installation, the records that they need, and what DNS says of them. */
final class MailDns {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final DeliverySettings settings;
  private final Origin origin;
  private final NameServer server;
  private final InstantSource clock = World.real().clock();
  private final SigningKeys keys;

  private MailDns(ForumConfiguration configuration) {
    var forum = configuration.forum();
    this.settings = forum.delivery();
    this.origin = forum.edge().origin();
    this.server = forum.authors().nameServer();
    this.keys =
        SigningKeys.open(
            settings.signing().keyFile(),
            settings.signing().algorithms(),
            settings.domain(),
            clock);
  }

  static MailDns of(ForumConfiguration configuration) {
    return new MailDns(configuration);
  }

  DeliverySettings settings() {
    return settings;
  }

  SigningKeys keys() {
    return keys;
  }

  Lookups lookups() {
    return new Names(server, clock).within(PATIENCE);
  }

  /**
   * @param mailHost the host that takes mail; null for the site's own
   */
  DnsRecords records(String mailHost) {
    var host = mailHost == null ? origin.uri().getHost() : mailHost;
    return new DnsRecords(settings.domain(), host, senders(), keys.all());
  }

  boolean published(SigningKey key) {
    var name = key.key().place() + "." + settings.domain();
    return switch (lookups().texts(name)) {
      case Looked.Found<String>(var texts) ->
          texts.stream().anyMatch(text -> squeezed(text).equals(squeezed(key.record())));
      case Looked.Nothing<String> _, Looked.Away<String> _ -> false;
    };
  }

  static String squeezed(String text) {
    return text.replaceAll("\\s", "").replaceAll(";$", "");
  }

  // A relay host on loopback sends from this machine's own addresses, which MX names as well.
  private String senders() {
    return switch (settings.outbound()) {
      case Outbound.Relay relay
          when relay.host().contains(".") && !relay.host().matches("[0-9.]+") ->
          "a:" + relay.host();
      case Outbound.Relay _, Outbound.Sandbox _ -> "mx";
    };
  }
}
