package postern.mail.smtp;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import postern.mail.smtp.Dialogue.Next;

/** One connection from its banner to its end, on a thread of its own. */
final class Connection implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

  private final SmtpSettings settings;
  private final SmtpLimits limits;
  private final Decisions decisions;
  private final BooleanSupplier stopping;
  private final Socket socket;
  private final boolean trusted;
  private final Dialogue dialogue;
  private volatile Wire wire;
  private int commands;
  private int errors;

  Connection(
      SmtpSettings settings,
      Decisions decisions,
      ClientLimits clients,
      BooleanSupplier stopping,
      Socket socket)
      throws IOException {
    this.settings = settings;
    this.limits = settings.limits();
    this.decisions = decisions;
    this.stopping = stopping;
    this.socket = socket;
    this.trusted = settings.trusts(socket.getInetAddress());
    this.dialogue = new Dialogue(settings, decisions, clients, socket.getInetAddress());
    this.wire = new Wire(socket);
    wire.allow(limits.times().reply());
  }

  @Override
  public void run() {
    try {
      talk();
    } catch (Wire.TooSlow slow) {
      leave(Answers.TOO_SLOW);
    } catch (Wire.Stopping stop) {
      leave(Answers.STOPPING);
    } catch (IOException gone) {
      LOG.debug("mail connection broke type={}", gone.getClass().getSimpleName());
    } finally {
      close();
    }
  }

  /** True when the peer has not met its deadline and the thread could not see that itself. */
  boolean late() {
    return wire.late();
  }

  /** Ends it from outside, whatever its thread waits for. */
  void abort() {
    try {
      socket.close();
    } catch (IOException closed) {
      LOG.debug("mail connection was closed already");
    }
  }

  private void talk() throws IOException {
    // Who talks before the banner has not read it: a worm, or a browser that was sent here.
    var patience =
        settings.trusts(socket.getInetAddress()) ? Duration.ZERO : limits.times().greeting();
    if (wire.talksWithin(patience)) {
      leave(Answers.TALKS_FIRST);
      return;
    }
    wire.allow(limits.times().reply());
    boolean lmtp = settings.protocol() == SmtpProtocol.LMTP;
    wire.write("220 " + settings.domain() + (lmtp ? " LMTP" : " ESMTP"));
    boolean open = true;
    while (open) {
      open = turn();
    }
  }

  /** Reads and answers one command; false when that was the last. */
  private boolean turn() throws IOException {
    wire.allow(limits.times().command());
    return switch (wire.line(limits.sizes().commandBytes(), stopping)) {
      case Wire.Line.End _ -> false;
      case Wire.Line.BareNewline _ -> leave(Answers.BARE_NEWLINE);
      case Wire.Line.TooLong _ -> say(Answers.LINE_TOO_LONG);
      case Wire.Line.Of(var bytes) -> {
        var command = Command.parse(bytes);
        yield command.isPresent() ? obey(command.get()) : say(Answers.UNREADABLE);
      }
    };
  }

  private boolean obey(Command command) throws IOException {
    if (!trusted && ++commands > limits.counts().connectionCommands()) {
      return leave(Answers.ENOUGH);
    }
    wire.suspend();
    var next = dialogue.answer(command, wire.pending());
    wire.allow(limits.times().reply());
    return switch (next) {
      case Next.Say(var reply) -> say(reply);
      case Next.Introduce(var lines) -> introduce(lines);
      case Next.Close(var reply) -> leave(reply);
      case Next.ReadMessage _ -> readMessage();
      case Next.StartTls _ -> startTls(settings.tls());
    };
  }

  private boolean say(Reply reply) throws IOException {
    wire.write(reply.line());
    if (!trusted && reply.code() >= 500 && ++errors > limits.counts().connectionErrors()) {
      return leave(Answers.TOO_MANY_ERRORS);
    }
    return true;
  }

  private boolean introduce(List<String> lines) throws IOException {
    for (var line : lines.subList(0, lines.size() - 1)) {
      wire.write("250-" + line);
    }
    wire.write("250 " + lines.getLast());
    return true;
  }

  private boolean readMessage() throws IOException {
    wire.write(Answers.GO_AHEAD.line());
    wire.flush();
    try (var spool = new Spool(settings.spool(), limits.sizes().memoryBytes())) {
      var parser = new DataParser(limits.sizes(), spool);
      var reading = new MessageReading(wire, limits, parser);
      return switch (reading.readToEnd()) {
        case GONE -> false;
        case CUT -> {
          refuseAll(Answers.TOO_LARGE);
          yield goodbye();
        }
        case COMPLETE -> settle(parser, spool);
      };
    }
  }

  private boolean settle(DataParser parser, Spool spool) throws IOException {
    if (parser.diskFailure() != null) {
      LOG.error("mail could not be held type={}", parser.diskFailure().getClass().getName());
    }
    if (parser.refusal() != null) {
      refuseAll(parser.refusal());
    } else {
      deliverAll(spool);
    }
    dialogue.forget();
    return true;
  }

  private void refuseAll(Reply reply) throws IOException {
    wire.allow(limits.times().reply());
    for (int answers = answers(); answers > 0; answers--) {
      wire.write(reply.line());
    }
  }

  private int answers() {
    return dialogue.envelopes().size();
  }

  private void deliverAll(Spool spool) throws IOException {
    for (var envelope : dialogue.envelopes()) {
      wire.suspend();
      var reply = decisions.deliver(envelope, spool);
      wire.allow(limits.times().reply());
      wire.write(reply.line());
      wire.flush();
    }
  }

  private boolean startTls(Optional<SSLContext> context) throws IOException {
    wire.write(Answers.START_TLS.line());
    wire.flush();
    wire.allow(limits.times().handshake());
    socket.setSoTimeout((int) limits.times().handshake().toMillis());
    var factory = context.orElseThrow().getSocketFactory();
    var secured = (SSLSocket) factory.createSocket(socket, null, socket.getPort(), true);
    secured.setUseClientMode(false);
    // A failed handshake ends the connection in silence: there is nobody left to tell.
    secured.startHandshake();
    wire = new Wire(secured);
    dialogue.secured();
    return true;
  }

  private boolean leave(Reply reply) {
    try {
      wire.allow(limits.times().reply());
      wire.write(reply.line());
    } catch (IOException gone) {
      LOG.debug("mail connection ended before its last answer");
    }
    return goodbye();
  }

  private boolean goodbye() {
    try {
      wire.linger();
    } catch (IOException gone) {
      LOG.debug("mail connection ended before its last answer was read");
    }
    return false;
  }

  private void close() {
    try {
      wire.allow(limits.times().reply());
      wire.close();
    } catch (IOException closed) {
      LOG.debug("mail connection was closed already");
    }
    abort();
  }
}
