package postern.mail.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;

/** A server on a free port with a small upper room that remembers what it was given. */
final class Receiver implements AutoCloseable {
  record Delivered(Envelope envelope, byte[] message) {
    String text() {
      return new String(message, StandardCharsets.UTF_8);
    }
  }

  static final class Builder {
    private SmtpProtocol protocol = SmtpProtocol.SMTP;
    private List<Network> trusted = List.of();
    private SmtpLimits limits = quick();
    private Optional<SSLContext> tls = Optional.empty();
    private Optional<Path> spool = Optional.empty();
    private BiFunction<Envelope, Content, Reply> answer = (_, _) -> Reply.accepted();
    private Function<String, Verdict> verdict =
        mailbox ->
            mailbox.startsWith("unknown")
                ? new Verdict.Refuse(Reply.noSuchMailbox())
                : new Verdict.Accept();

    Builder lmtp() {
      protocol = SmtpProtocol.LMTP;
      return this;
    }

    Builder trustingLoopback() {
      trusted =
          List.of(Network.parse("127.0.0.0/8").orElseThrow(), Network.parse("::1").orElseThrow());
      return this;
    }

    Builder limits(UnaryOperator<SmtpLimits> change) {
      limits = change.apply(limits);
      return this;
    }

    Builder sizes(UnaryOperator<SmtpLimits.Sizes> change) {
      return limits(l -> new SmtpLimits(change.apply(l.sizes()), l.times(), l.counts()));
    }

    Builder times(UnaryOperator<SmtpLimits.Times> change) {
      return limits(l -> new SmtpLimits(l.sizes(), change.apply(l.times()), l.counts()));
    }

    Builder counts(UnaryOperator<SmtpLimits.Counts> change) {
      return limits(l -> new SmtpLimits(l.sizes(), l.times(), change.apply(l.counts())));
    }

    Builder tls(SSLContext context) {
      tls = Optional.of(context);
      return this;
    }

    Builder spool(Path folder) {
      spool = Optional.of(folder);
      return this;
    }

    Builder answering(BiFunction<Envelope, Content, Reply> deliver) {
      answer = deliver;
      return this;
    }

    Builder judging(Function<String, Verdict> recipient) {
      verdict = recipient;
      return this;
    }

    Receiver start() throws IOException {
      return new Receiver(this);
    }
  }

  final List<Delivered> delivered = new CopyOnWriteArrayList<>();
  final List<SmtpSession> asked = new CopyOnWriteArrayList<>();
  final Path spool;
  private final SmtpServer server;

  private Receiver(Builder built) throws IOException {
    spool = built.spool.isPresent() ? built.spool.get() : Files.createTempDirectory("spool");
    var settings =
        new SmtpSettings(
            InetAddress.getLoopbackAddress(),
            0,
            built.protocol,
            "Members.Example",
            built.trusted,
            built.limits,
            built.tls,
            spool);
    server =
        new SmtpServer(
            settings,
            (session, _, mailbox) -> {
              asked.add(session);
              return built.verdict.apply(mailbox);
            },
            (envelope, message) -> {
              var reply = built.answer.apply(envelope, message);
              if (reply != null && reply.positive()) {
                delivered.add(new Delivered(envelope, read(message)));
              }
              return reply;
            });
    server.start();
  }

  static Builder receiver() {
    return new Builder();
  }

  /** The standard limits, with little waiting and nothing counted over time. */
  static SmtpLimits quick() {
    var standard = SmtpLimits.standard().withoutRates();
    var times = standard.times();
    return new SmtpLimits(
        standard.sizes(),
        new SmtpLimits.Times(
            Duration.ofMillis(30),
            Duration.ofSeconds(20),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            times.message(),
            times.slowStart(),
            times.minimumBytesPerSecond(),
            Duration.ofSeconds(20),
            Duration.ofSeconds(10)),
        standard.counts());
  }

  int port() {
    return server.port();
  }

  SmtpServer server() {
    return server;
  }

  static byte[] read(Content message) {
    try {
      return message.bytes();
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      server.stop(Duration.ofSeconds(1));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
