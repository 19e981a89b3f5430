package postern.mail.smtp;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What has been said on a connection, and what to answer next. It reads and writes nothing itself.
 */
final class Dialogue {
  /** What the connection does after a command. */
  sealed interface Next {
    record Say(Reply reply) implements Next {}

    record Introduce(List<String> lines) implements Next {}

    record Close(Reply reply) implements Next {}

    record ReadMessage() implements Next {}

    record StartTls() implements Next {}
  }

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_\\[\\]-]{1,255}");
  private static final Pattern MAILBOX = Pattern.compile("[a-z0-9._+=-]{1,64}");

  private final SmtpSettings settings;
  private final Decisions decisions;
  private final ClientLimits clients;
  private final InetAddress peer;
  private final boolean trusted;
  private final Forwarded forwarded = new Forwarded();
  private final List<String> mailboxes = new ArrayList<>();
  private boolean tls;
  private String helo;
  private ReversePath from;
  private boolean smtpUtf8;
  private int messages;

  Dialogue(SmtpSettings settings, Decisions decisions, ClientLimits clients, InetAddress peer) {
    this.settings = settings;
    this.decisions = decisions;
    this.clients = clients;
    this.peer = peer;
    this.trusted = settings.trusts(peer);
  }

  /** Answers a command; {@code pipelined} says that the peer has already sent more. */
  Next answer(Command command, boolean pipelined) {
    return switch (command.verb()) {
      case EHLO, HELO, LHLO -> hello(command);
      case MAIL -> mail(command.argument());
      case RCPT -> say(recipient(command.argument()));
      case DATA -> data(command.argument(), pipelined);
      case RSET -> say(reset(command.argument()));
      case NOOP -> say(Answers.OK);
      case VRFY -> say(Answers.CANNOT_VERIFY);
      case QUIT -> new Next.Close(Answers.BYE);
      case STARTTLS -> startTls(command.argument(), pipelined);
      case XFORWARD -> say(forward(command.argument()));
      // Its octets follow at once; read as commands they would be whatever the peer wishes.
      case BDAT -> new Next.Close(Answers.NO_CHUNKING);
      case OTHER -> say(Answers.UNKNOWN);
    };
  }

  /** RFC 3207 section 4.2: nothing that was said in the clear counts any more. */
  void secured() {
    tls = true;
    helo = null;
    forget();
  }

  /** One envelope for each recipient, in their order. */
  List<Envelope> envelopes() {
    var session = session();
    return mailboxes.stream().map(to -> new Envelope(session, from, to, smtpUtf8)).toList();
  }

  /**
   * Ends the transaction, and what was forwarded for it: one client's name must not stand on
   * another's message.
   */
  void forget() {
    from = null;
    smtpUtf8 = false;
    mailboxes.clear();
    forwarded.clear();
  }

  private Next hello(Command command) {
    boolean lmtp = settings.protocol() == SmtpProtocol.LMTP;
    if (lmtp != (command.verb() == Command.Verb.LHLO)) {
      return say(Answers.UNKNOWN);
    }
    if (!HOST.matcher(command.argument()).matches()) {
      return say(Answers.BAD_HOST);
    }
    helo = command.argument();
    forget();
    return command.verb() == Command.Verb.HELO
        ? say(new Reply(250, "", settings.domain()))
        : new Next.Introduce(extensions());
  }

  private List<String> extensions() {
    var lines = new ArrayList<String>();
    lines.add(settings.domain());
    lines.add("PIPELINING");
    lines.add("SIZE " + settings.limits().sizes().messageBytes());
    lines.add("8BITMIME");
    lines.add("SMTPUTF8");
    lines.add("ENHANCEDSTATUSCODES");
    if (settings.tls().isPresent() && !tls) {
      lines.add("STARTTLS");
    }
    if (trusted) {
      lines.add(Forwarded.KEYWORD);
    }
    return lines;
  }

  private Next mail(String argument) {
    if (helo == null || from != null) {
      return say(helo == null ? Answers.HELLO_FIRST : Answers.MAIL_ALREADY);
    }
    var path = path("FROM:", argument);
    var parameters = path.flatMap(p -> Parameters.parse(rest("FROM:", argument, p)));
    if (path.isEmpty() || !path.get().isNull() && !path.get().hasDomain()) {
      return say(Answers.BAD_SENDER);
    }
    if (parameters.isEmpty()) {
      return say(Answers.BAD_ARGUMENT);
    }
    var refusal = parameters.get().refusal(settings.limits().sizes().messageBytes());
    if (refusal.isPresent()) {
      return say(refusal.get());
    }
    if (!path.get().isAscii() && !parameters.get().smtpUtf8()) {
      return say(Answers.NEEDS_UTF8);
    }
    return begin(ReversePath.of(path.get()), parameters.get().smtpUtf8());
  }

  private Next begin(ReversePath sender, boolean utf8) {
    if (!trusted && messages >= settings.limits().counts().connectionMessages()) {
      return new Next.Close(Answers.ENOUGH);
    }
    if (!trusted && !clients.sends(peer)) {
      return say(Answers.TOO_MANY_MESSAGES);
    }
    messages++;
    from = sender;
    smtpUtf8 = utf8;
    return say(Answers.SENDER_OK);
  }

  private Reply recipient(String argument) {
    if (from == null) {
      return Answers.MAIL_FIRST;
    }
    var path = path("TO:", argument);
    if (path.isEmpty() || path.get().isNull()) {
      return Answers.BAD_RECIPIENT;
    }
    var parameters = Parameters.parse(rest("TO:", argument, path.get()));
    if (parameters.isEmpty() || !parameters.get().isEmpty()) {
      return parameters.isEmpty() ? Answers.BAD_ARGUMENT : Parameters.unknown();
    }
    if (!path.get().isAscii() && !smtpUtf8) {
      return Answers.NEEDS_UTF8;
    }
    return path.get().mailboxAt(settings.domain()).map(this::mailbox).orElse(Answers.NOT_OURS);
  }

  private Reply mailbox(String mailbox) {
    // One answer to a message cannot carry two verdicts; LMTP gives one for each.
    boolean lmtp = settings.protocol() == SmtpProtocol.LMTP;
    if (mailboxes.size() >= (lmtp ? settings.limits().counts().recipients() : 1)) {
      return lmtp ? Answers.TOO_MANY_RECIPIENTS : Answers.ONE_RECIPIENT;
    }
    if (!MAILBOX.matcher(mailbox).matches()) {
      return Reply.noSuchMailbox();
    }
    var reply = decisions.recipient(session(), from, mailbox);
    if (reply.positive()) {
      mailboxes.add(mailbox);
    }
    return reply;
  }

  private SmtpSession session() {
    return new SmtpSession(
        peer,
        trusted,
        forwarded.client(peer),
        forwarded.name(),
        forwarded.helo().orElse(helo),
        tls,
        settings.protocol());
  }

  private Next data(String argument, boolean pipelined) {
    var refusal =
        !argument.isEmpty()
            ? Answers.BAD_ARGUMENT
            : from == null
                ? Answers.MAIL_FIRST
                : mailboxes.isEmpty() ? Answers.RECIPIENT_FIRST : null;
    if (refusal == null) {
      return new Next.ReadMessage();
    }
    // What follows a refused DATA without waiting is a message; it must not be read as commands.
    return pipelined ? new Next.Close(refusal) : say(refusal);
  }

  private Reply reset(String argument) {
    if (!argument.isEmpty()) {
      return Answers.BAD_ARGUMENT;
    }
    forget();
    return Answers.OK;
  }

  private Next startTls(String argument, boolean pipelined) {
    if (pipelined) {
      return new Next.Close(Answers.TLS_INJECTION);
    }
    if (!argument.isEmpty()) {
      return say(Answers.BAD_ARGUMENT);
    }
    if (tls || settings.tls().isEmpty()) {
      return say(tls ? Answers.TLS_ALREADY : Answers.NO_TLS);
    }
    return new Next.StartTls();
  }

  private Reply forward(String argument) {
    if (!trusted) {
      return Answers.NOT_TRUSTED;
    }
    if (helo == null || from != null) {
      return helo == null ? Answers.HELLO_FIRST : Answers.IN_TRANSACTION;
    }
    return forwarded.add(argument) ? Answers.OK : Answers.BAD_ARGUMENT;
  }

  private static Optional<MailPath> path(String keyword, String argument) {
    return argument.regionMatches(true, 0, keyword, 0, keyword.length())
        ? MailPath.at(argument.substring(keyword.length()).stripLeading())
        : Optional.empty();
  }

  /** What follows the path; a path that runs on into other text makes the parameters unreadable. */
  private static String rest(String keyword, String argument, MailPath path) {
    var after = argument.substring(keyword.length()).stripLeading().substring(path.length());
    return after.isEmpty() || after.startsWith(" ") ? after : "=" + after;
  }

  private static Next say(Reply reply) {
    return new Next.Say(reply);
  }
}
