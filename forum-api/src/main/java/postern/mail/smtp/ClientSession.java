package postern.mail.smtp;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import postern.kernel.EmailAddress;
import postern.mail.smtp.RelayHost.Security;

/** One connection to the relay host, from hello to goodbye. */
final class ClientSession implements Closeable {
  /** There is no session to be had; says why. */
  static final class Failed extends IOException {
    private static final long serialVersionUID = 1;
    private final Sent.Cause why;

    Failed(Sent.Cause cause) {
      this.why = cause;
    }

    Sent.Cause why() {
      return why;
    }
  }

  private final RelayHost relay;
  private final Socket socket = new Socket();
  private final Set<String> offered = new HashSet<>();
  private ClientTalk talk;
  private volatile boolean usable = true;
  private UnaryOperator<String> masking = _ -> "";
  private int sent;
  private long lastUse;

  ClientSession(RelayHost relay) {
    this.relay = relay;
  }

  /** Connects, agrees on TLS and signs in. */
  void open(InetAddress address) throws IOException {
    connect(address);
    boolean implicit =
        relay.security() == Security.IMPLICIT
            || relay.security() == Security.AUTOMATIC && relay.port() == 465;
    boolean startTls =
        relay.security() == Security.STARTTLS
            || relay.security() == Security.AUTOMATIC && !implicit && !address.isLoopbackAddress();
    if (implicit) {
      secure();
    }
    talk.answer().orFail(Sent.Cause.REFUSED);
    hello();
    if (startTls) {
      startTls();
    }
    signIn();
  }

  /** One message for one recipient. */
  Sent send(String returnPath, EmailAddress recipient, OutgoingMessage message) throws IOException {
    sent++;
    // The one place where mail leaves to an address: its text goes into RCPT and nowhere else.
    var to = recipient.reveal();
    boolean international = !Command.isAscii(to);
    if (international && !offered.contains("SMTPUTF8")
        || message.eightBit() && !offered.contains("8BITMIME")) {
      return new Sent.Unreachable(Sent.Cause.NOT_OFFERED);
    }
    var mail = mailCommand(returnPath, message, international);
    masking = answer -> AnswerWords.without(to, answer);
    return transact(mail, "RCPT TO:<" + to + ">", message);
  }

  /** True when the connection still stands for another message; clears what the last one left. */
  boolean fresh() {
    try {
      return talk.command("RSET").positive();
    } catch (IOException gone) {
      return false;
    }
  }

  boolean mayBeKept(int messages) {
    lastUse = System.nanoTime();
    return usable && sent < messages;
  }

  boolean idleFor(long nanos) {
    return System.nanoTime() - lastUse > nanos;
  }

  /** Ends it from another thread, whatever it waits for. */
  void abort() {
    usable = false;
    try {
      socket.close();
    } catch (IOException closedAlready) {
      usable = false;
    }
  }

  @Override
  public void close() {
    try {
      if (talk != null && usable) {
        talk.say("QUIT");
        talk.flush();
      }
    } catch (IOException gone) {
      usable = false;
    }
    abort();
  }

  private void connect(InetAddress address) throws IOException {
    int patience = (int) relay.times().connect().toMillis();
    try {
      socket.connect(new InetSocketAddress(address, relay.port()), patience);
    } catch (IOException nobody) {
      throw new Failed(Sent.Cause.NO_CONNECTION);
    }
    socket.setTcpNoDelay(true);
    talk = new ClientTalk(relay.times(), socket);
  }

  private void hello() throws IOException {
    var answer = talk.command("EHLO " + relay.helo()).orFail(Sent.Cause.REFUSED);
    offered.clear();
    answer
        .text()
        .lines()
        .skip(1)
        .map(line -> line.toUpperCase(Locale.ROOT))
        .forEach(
            line -> {
              offered.add(line.split(" ")[0]);
              if (line.startsWith("AUTH ")) {
                for (var mechanism : line.substring(5).split(" +")) {
                  offered.add("AUTH " + mechanism);
                }
              }
            });
  }

  private void startTls() throws IOException {
    if (!offered.contains("STARTTLS")) {
      throw new Failed(Sent.Cause.TLS);
    }
    talk.command("STARTTLS").orFail(Sent.Cause.TLS);
    // What came in the clear behind the answer would be read as said in TLS.
    if (talk.pending()) {
      throw new Failed(Sent.Cause.TLS);
    }
    secure();
    hello();
  }

  private void secure() throws IOException {
    try {
      socket.setSoTimeout((int) relay.times().connect().toMillis());
      var factory = relay.trust().orElseGet(ClientSession::systemTrust).getSocketFactory();
      var secured = (SSLSocket) factory.createSocket(socket, relay.host(), relay.port(), true);
      var parameters = secured.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      secured.setSSLParameters(parameters);
      secured.startHandshake();
      talk = new ClientTalk(relay.times(), secured);
    } catch (SSLException unproven) {
      throw new Failed(Sent.Cause.TLS);
    }
  }

  private static SSLContext systemTrust() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void signIn() throws IOException {
    if (relay.credentials().isEmpty()) {
      return;
    }
    var credentials = relay.credentials().get();
    if (offered.contains("AUTH PLAIN")) {
      talk.command("AUTH PLAIN " + credentials.plain()).orFail(Sent.Cause.CREDENTIALS);
    } else if (offered.contains("AUTH LOGIN")) {
      talk.command("AUTH LOGIN");
      talk.command(credentials.userCoded());
      talk.command(credentials.passwordCoded()).orFail(Sent.Cause.CREDENTIALS);
    } else {
      throw new Failed(Sent.Cause.CREDENTIALS);
    }
  }

  private String mailCommand(String returnPath, OutgoingMessage message, boolean international) {
    return "MAIL FROM:<"
        + returnPath
        + ">"
        + (offered.contains("SIZE") ? " SIZE=" + message.size() : "")
        + (message.eightBit() ? " BODY=8BITMIME" : "")
        + (international ? " SMTPUTF8" : "");
  }

  private Sent transact(String mail, String rcpt, OutgoingMessage message) throws IOException {
    boolean together = offered.contains("PIPELINING");
    talk.say(mail);
    if (together) {
      talk.say(rcpt);
    }
    var sender = talk.answer();
    if (!together && sender.positive()) {
      talk.say(rcpt);
    }
    var recipient = together || sender.positive() ? talk.answer() : sender;
    if (!sender.positive()) {
      return ending(PeerAnswer.Stage.SENDER, sender);
    }
    if (!recipient.positive()) {
      return ending(PeerAnswer.Stage.RECIPIENT, recipient);
    }
    var data = talk.command("DATA");
    if (data.positive()) {
      throw new Failed(Sent.Cause.PROTOCOL);
    }
    return ending(
        PeerAnswer.Stage.MESSAGE, data.code() == 354 ? talk.message(message.onTheWire()) : data);
  }

  private Sent ending(PeerAnswer.Stage stage, ClientTalk.Answer answer) throws IOException {
    usable &= answer.code() != 421;
    // "Authentication required" is about us, not about this message.
    if (answer.code() == 530 || answer.code() == 535) {
      throw new Failed(Sent.Cause.CREDENTIALS);
    }
    var said = new PeerAnswer(stage, answer.code(), answer.text(), masking);
    return switch (answer.code() / 100) {
      case 2 -> new Sent.Accepted(said);
      case 4 -> new Sent.Deferred(said);
      case 5 -> new Sent.Rejected(said);
      default -> throw new Failed(Sent.Cause.PROTOCOL);
    };
  }
}
