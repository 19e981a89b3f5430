package postern.web.command;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import postern.delivery.DnsRecords;
import postern.delivery.Outbound;
import postern.delivery.SigningKey;
import postern.mail.dns.Looked;
import postern.mail.smtp.RelayHost;
import postern.mail.smtp.SmtpClient;
import postern.web.ForumConfiguration;

/** Says what is wrong with the surroundings: DNS, the relay host, ports, keys, the data folder. */
final class CheckCommand implements Command {
  private static final int PATIENCE_MILLIS = 3000;

  @Override
  public String name() {
    return "check";
  }

  @Override
  public String summary() {
    return "say what is wrong with DNS, relay host, ports, keys and data folder";
  }

  @Override
  public void configure(Subparser parser) {
    parser
        .addArgument("--mail-host")
        .metavar("HOST")
        .help("the host that takes mail for the domain; the site's own when not given");
  }

  @Override
  public Exit run(Namespace typed, Terminal terminal) throws Exception {
    var configuration = Installation.configuration(terminal.config());
    var found = new Findings(terminal);
    folder(configuration, found);
    var dns = MailDns.of(configuration);
    found.tell("the keys", keys(dns.settings().signing().keyFile()));
    found.tell("the mail port", listens(configuration.mail().bind(), configuration.mail().port()));
    found.tell("the relay host", relay(dns));
    if (dns.settings().outbound() instanceof Outbound.Relay) {
      names(dns, dns.records(typed.getString("mail_host")), found);
    }
    return found.wrong.isEmpty() ? Exit.DONE : Exit.FAILED;
  }

  /** What was looked at, said one by one. */
  private static final class Findings {
    private final Terminal terminal;
    private final List<String> wrong = new ArrayList<>();

    Findings(Terminal terminal) {
      this.terminal = terminal;
    }

    void tell(String what, Optional<String> trouble) {
      trouble.ifPresent(wrong::add);
      terminal
          .out()
          .println(trouble.map(why -> "WRONG  " + what + ": " + why).orElse("ok     " + what));
    }
  }

  private static void folder(ForumConfiguration configuration, Findings found) {
    var folder = configuration.dataFolder();
    found.tell(
        "the data folder",
        Files.isDirectory(folder) && Files.isWritable(folder)
            ? Optional.empty()
            : Optional.of(folder + " is missing, or cannot be written."));
    found.tell("free disk", disk(folder, configuration.database().minimumFreeMegabytes()));
  }

  private static Optional<String> disk(Path folder, long leastMegabytes) {
    try {
      long free = Files.getFileStore(folder).getUsableSpace() >> 20;
      return free > leastMegabytes
          ? Optional.empty()
          : Optional.of(free + " MB are left; below " + leastMegabytes + " writes are refused.");
    } catch (IOException missing) {
      return Optional.of("The data folder cannot be looked at.");
    }
  }

  private static Optional<String> keys(Path file) {
    try {
      boolean open =
          Files.getFileStore(file).supportsFileAttributeView("posix")
              && Files.getPosixFilePermissions(file).size() > 2;
      return open
          ? Optional.of(file + " can be read by others. Give it mode 600.")
          : Optional.empty();
    } catch (IOException missing) {
      return Optional.of(file + " cannot be looked at.");
    }
  }

  private static Optional<String> listens(String host, int port) {
    var asked = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(asked, port), PATIENCE_MILLIS);
      return Optional.empty();
    } catch (IOException nobody) {
      return Optional.of("Nobody listens on " + port + ". Is the service running?");
    }
  }

  private static Optional<String> relay(MailDns dns) {
    return switch (dns.settings().outbound()) {
      case Outbound.Sandbox _ -> Optional.empty();
      case Outbound.Relay relay -> {
        var credentials = relay.credentials();
        var host = RelayHost.of(relay.host(), relay.port(), credentials, dns.settings().domain());
        try (var client = new SmtpClient(host)) {
          yield client.probe().map(CheckCommand::words);
        }
      }
    };
  }

  private static String words(postern.mail.smtp.Sent.Cause cause) {
    return switch (cause) {
      case NO_CONNECTION -> "It does not answer, or there is no such host.";
      case REFUSED -> "It takes no session of ours.";
      case TLS -> "It offers no TLS, or its certificate does not stand for it.";
      case CREDENTIALS -> "It does not take the user and password of the settings.";
      case TIMEOUT -> "It takes too long.";
      case NOT_OFFERED, BROKEN, PROTOCOL, BUSY, INTERRUPTED -> "The talk with it broke.";
    };
  }

  private static void names(MailDns dns, DnsRecords records, Findings found) {
    var domain = dns.settings().domain();
    found.tell("MX of " + domain, mx(dns, domain));
    found.tell("SPF of " + domain, text(dns, domain, "v=spf1", "-all", records.spf()));
    for (var key : dns.keys().all()) {
      if (key.state() == SigningKey.State.ACTIVE || key.state() == SigningKey.State.RETIRED) {
        found.tell(
            "DKIM key " + key.key().selector(),
            dns.published(key)
                ? Optional.empty()
                : Optional.of("DNS does not give its record; see bin/postern dns."));
      }
    }
    found.tell(
        "DMARC of " + domain, text(dns, "_dmarc." + domain, "v=DMARC1", "p=", records.dmarc()));
  }

  private static Optional<String> mx(MailDns dns, String domain) {
    return switch (dns.lookups().mailHosts(domain)) {
      case Looked.Found<String> _ -> Optional.empty();
      case Looked.Nothing<String> _ -> Optional.of("There is none, so no mail can come in.");
      case Looked.Away<String> _ -> Optional.of("The name servers do not answer.");
    };
  }

  // RFC 7208 section 4.5: more than one record of the kind counts as a mistake.
  private static Optional<String> text(
      MailDns dns, String name, String begins, String holds, DnsRecords.Entry advised) {
    return switch (dns.lookups().texts(name)) {
      case Looked.Away<String> _ -> Optional.of("The name servers do not answer.");
      case Looked.Nothing<String> _ -> Optional.of("There is none. Publish: " + advised.line());
      case Looked.Found<String>(var texts) -> {
        var ours = texts.stream().filter(text -> text.startsWith(begins)).toList();
        if (ours.size() != 1) {
          yield Optional.of(
              ours.isEmpty()
                  ? "There is none. Publish: " + advised.line()
                  : "There are several. Leave one.");
        }
        yield ours.getFirst().contains(holds)
            ? Optional.empty()
            : Optional.of("It does not hold " + holds + ". We advise: " + advised.line());
      }
    };
  }
}
