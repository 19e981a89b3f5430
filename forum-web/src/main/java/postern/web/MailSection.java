package postern.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import postern.delivery.DeliverySettings;
import postern.delivery.Outbound;
import postern.mail.auth.AuthorSettings;
import postern.mail.dkim.DkimAlgorithm;
import postern.mail.dns.NameServer;
import postern.mail.smtp.Network;
import postern.mail.smtp.SmtpLimits;
import postern.mail.smtp.SmtpProtocol;
import postern.mail.smtp.SmtpSettings;

/** Where mail comes in and goes out. */
public record MailSection(
    @JsonProperty String domain,
    @JsonProperty String bind,
    @JsonProperty int port,
    @JsonProperty String protocol,
    @JsonProperty String trusted,
    @JsonProperty String authservId,
    @JsonProperty String dns,
    @JsonProperty String relayHost,
    @JsonProperty String relayUser,
    @JsonProperty String relayPassword,
    @JsonProperty Duration retryFor,
    @JsonProperty String dkim,
    @JsonProperty Integer connections,
    @JsonProperty Integer destinationAtOnce,
    @JsonProperty Integer destinationPerMinute) {
  public MailSection {
    domain = Objects.requireNonNullElse(domain, "members.localhost");
    bind = Objects.requireNonNullElse(bind, "127.0.0.1");
    protocol = Objects.requireNonNullElse(protocol, "smtp");
    trusted = Objects.requireNonNullElse(trusted, "");
    authservId = Objects.requireNonNullElse(authservId, "");
    dns = Objects.requireNonNullElse(dns, "");
    relayHost = Objects.requireNonNullElse(relayHost, "");
    relayUser = Objects.requireNonNullElse(relayUser, "");
    relayPassword = Objects.requireNonNullElse(relayPassword, "");
    retryFor = Objects.requireNonNullElse(retryFor, Duration.days(5));
    dkim = Objects.requireNonNullElse(dkim, DkimAlgorithm.RSA_SHA256.tag());
    var pace = DeliverySettings.Pace.standard();
    connections = Objects.requireNonNullElse(connections, pace.connections());
    destinationAtOnce = Objects.requireNonNullElse(destinationAtOnce, pace.destinationAtOnce());
    destinationPerMinute =
        Objects.requireNonNullElse(destinationPerMinute, pace.destinationPerMinute());
  }

  DeliverySettings delivery(String forumName, Path keyFile) {
    return new DeliverySettings(
        forumName,
        domain,
        outbound(),
        retryFor.toJavaDuration(),
        new DeliverySettings.Signing(
            DeliverySettings.Signing.beside(keyFile).keyFile(), algorithms()),
        new DeliverySettings.Pace(connections, destinationAtOnce, destinationPerMinute));
  }

  SmtpSettings server(Path spool, boolean ratesOn) {
    var limits = SmtpLimits.standard();
    return new SmtpSettings(
        bindAddress(),
        port,
        receives(),
        domain,
        networks(),
        ratesOn ? limits : limits.withoutRates(),
        Optional.empty(),
        spool);
  }

  AuthorSettings authors() {
    return new AuthorSettings(
        Optional.of(authservId).filter(id -> !id.isBlank()), NameServer.parse(dns));
  }

  private List<DkimAlgorithm> algorithms() {
    return Arrays.stream(dkim.split(","))
        .map(String::strip)
        .map(
            tag ->
                DkimAlgorithm.of(tag)
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "mail.dkim holds rsa-sha256, ed25519-sha256 or both")))
        .toList();
  }

  private Outbound outbound() {
    if (relayHost.isEmpty()) {
      return new Outbound.Sandbox();
    }
    int colon = relayHost.lastIndexOf(':');
    if (colon < 1 || !relayHost.substring(colon + 1).matches("[0-9]{1,5}")) {
      throw new IllegalArgumentException("mail.relayHost is host:port");
    }
    int relayPort = Integer.parseInt(relayHost.substring(colon + 1));
    return new Outbound.Relay(relayHost.substring(0, colon), relayPort, relayUser, relayPassword);
  }

  private SmtpProtocol receives() {
    return switch (protocol) {
      case "smtp" -> SmtpProtocol.SMTP;
      case "lmtp" -> SmtpProtocol.LMTP;
      default -> throw new IllegalArgumentException("mail.protocol is smtp or lmtp");
    };
  }

  private List<Network> networks() {
    return Arrays.stream(trusted.split(","))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(
            text ->
                Network.parse(text)
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "mail.trusted holds addresses and networks such as 10.0.0.0/8")))
        .toList();
  }

  private InetAddress bindAddress() {
    try {
      return InetAddress.getByName(bind);
    } catch (UnknownHostException unknown) {
      throw new IllegalArgumentException("mail.bind is an address of this machine", unknown);
    }
  }

  /** Hides the relay host's password. */
  @Override
  public String toString() {
    return "MailSection[" + domain + "]";
  }
}
