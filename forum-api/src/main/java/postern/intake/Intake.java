package postern.intake;

import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import postern.delivery.Bounces;
import postern.delivery.MailFigures;
import postern.delivery.ReturnPaths;
import postern.kernel.EmailAddress;
import postern.kernel.Failure;
import postern.kernel.MemberId;
import postern.letters.Letters;
import postern.mail.auth.Authenticity;
import postern.mail.auth.Authors;
import postern.mail.mime.InboundMessage;
import postern.mail.mime.MessageRead;
import postern.mail.mime.MessageReader;
import postern.mail.mime.MimeLimits;
import postern.mail.report.MailReport;
import postern.mail.report.ReportReader;
import postern.mail.smtp.Content;
import postern.mail.smtp.Deliveries;
import postern.mail.smtp.Envelope;
import postern.mail.smtp.Recipients;
import postern.mail.smtp.Reply;
import postern.mail.smtp.ReversePath;
import postern.mail.smtp.SmtpSession;
import postern.mail.smtp.Verdict;
import postern.notices.Notices;
import postern.privacy.AddressVault;
import postern.storage.Database;
import postern.storage.StorageTrouble;

/**
 * The one way in for mail. A message is read within limits, its sender proved, its kind decided by
 * the mailbox it is for, and the room that answers for that kind asked; 250 is said after that room
 * has committed it.
 *
 * <p>Which members exist is not told to who is not proved to be one: before that, every mailbox of
 * a possible shape is taken at RCPT, and every refusal is the same.
 */
public final class Intake implements Recipients, Deliveries {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  private final Database database;
  private final AddressVault vault;
  private final Rooms rooms;
  private final ReturnPaths returnPaths;
  private final Authors authors;

  public Intake(
      Database database,
      AddressVault vault,
      Rooms rooms,
      ReturnPaths returnPaths,
      Authors authors) {
    this.database = database;
    this.vault = vault;
    this.rooms = rooms;
    this.returnPaths = returnPaths;
    this.authors = authors;
  }

  /** Whom a message can be for, and who counts them. */
  public record Rooms(
      Letters letters,
      Notices notices,
      Bounces bounces,
      OperatorsMailbox operators,
      MailFigures figures) {}

  @Override
  public Verdict recipient(SmtpSession session, ReversePath from, String mailbox) {
    return switch (Inbound.of(mailbox)) {
      case Inbound.Nobody _ -> new Verdict.Refuse(Reply.noSuchMailbox());
      case Inbound.Letter _,
          Inbound.Report _,
          Inbound.Unsubscribe _,
          Inbound.Operators _,
          Inbound.House _ ->
          new Verdict.Accept();
    };
  }

  @Override
  public Reply deliver(Envelope envelope, Content content) {
    var reply = answer(envelope, content);
    if (reply.positive()) {
      rooms.figures().count(MailFigures.Stage.RECEIVED);
    } else {
      rooms.figures().count(MailFigures.Stage.REFUSED, Answers.reason(reply));
    }
    return reply;
  }

  /**
   * Takes a report about a mail that the sandbox shows, as the recipient's host would send it.
   *
   * @param mailbox its return path's, {@code bounce.…}
   */
  public Reply reportFromSandbox(String mailbox, byte[] raw) {
    return switch (MessageReader.read(raw, MimeLimits.DEFAULT)) {
      case MessageRead.Refused _ -> Answers.TOO_COMPLEX;
      case MessageRead.Read(var message) -> report(mailbox, message);
    };
  }

  /** What came for those who run the site. */
  public OperatorsMailbox operators() {
    return rooms.operators();
  }

  private Reply answer(Envelope envelope, Content content) {
    try {
      return deliver(envelope, content.bytes());
    } catch (StorageTrouble.Full full) {
      LOG.warn("mail deferred reason=full");
      return Reply.noSpace();
    } catch (StorageTrouble.Unavailable away) {
      LOG.warn("mail deferred reason=database-away");
      return Reply.tryLater();
    } catch (IOException | RuntimeException failure) {
      LOG.error("mail deferred {}", Failure.trace(failure));
      return Reply.tryLater();
    }
  }

  /**
   * Takes a message whose sender is known without proof: the sandbox answers as the recipient of a
   * mail that it shows.
   */
  public Reply deliverFromSandbox(EmailAddress from, String mailbox, byte[] raw) {
    return switch (MessageReader.read(raw, MimeLimits.DEFAULT)) {
      case MessageRead.Refused _ -> Answers.TOO_COMPLEX;
      case MessageRead.Read(var message) ->
          member(from).map(sender -> decide(sender, mailbox, message)).orElse(Answers.NOT_A_MEMBER);
    };
  }

  private Reply deliver(Envelope envelope, byte[] raw) {
    return switch (MessageReader.read(raw, MimeLimits.DEFAULT)) {
      case MessageRead.Refused _ -> Answers.TOO_COMPLEX;
      case MessageRead.Read(var message) -> classify(envelope, message);
    };
  }

  private Reply classify(Envelope envelope, InboundMessage message) {
    return switch (Inbound.of(envelope.mailbox())) {
      case Inbound.Nobody _ -> Reply.noSuchMailbox();
      case Inbound.Report(var mailbox) -> report(mailbox, message);
      case Inbound.Unsubscribe(var token) -> unsubscribe(token);
      case Inbound.Operators(var name) -> forOperators(name, message);
      case Inbound.House(var name) -> Answers.house(name);
      // RFC 3834 section 3.3: a report or an automatic answer must not cause another.
      case Inbound.Letter _ ->
          envelope.from().isNull() ? Answers.AUTOMATIC : letter(envelope, message);
    };
  }

  private Reply letter(Envelope envelope, InboundMessage message) {
    var author = message.author();
    if (author.isEmpty()) {
      return Answers.ONE_SENDER;
    }
    var from = author.get().address();
    return switch (authors.judge(envelope, message, from)) {
      case Authenticity.Failed _ -> Answers.FORGED;
      case Authenticity.Unknown _ -> {
        hold(envelope.mailbox(), message);
        yield Answers.NOT_PROVED;
      }
      case Authenticity.Away _ -> Answers.NAMES_AWAY;
      case Authenticity.Aligned _ ->
          member(from)
              .map(sender -> decide(sender, envelope.mailbox(), message))
              .orElse(Answers.NOT_A_MEMBER);
    };
  }

  private void hold(String mailbox, InboundMessage message) {
    if (Inbound.of(mailbox) instanceof Inbound.Letter(var box)) {
      rooms.letters().held().hold(box, message);
    }
  }

  private Reply decide(MemberId sender, String mailbox, InboundMessage message) {
    return switch (Inbound.of(mailbox)) {
      case Inbound.Letter(var box) ->
          Answers.of(rooms.letters().mailed().take(sender, box, message));
      case Inbound.Operators(var name) -> forOperators(name, message);
      case Inbound.Report _, Inbound.House _, Inbound.Nobody _ -> Reply.noSuchMailbox();
      case Inbound.Unsubscribe(var token) -> unsubscribe(token);
    };
  }

  private Optional<MemberId> member(EmailAddress from) {
    return database.read(tx -> vault.owner(tx, from));
  }

  private Reply report(String mailbox, InboundMessage message) {
    var mail = returnPaths.mailOf(mailbox);
    if (mail.isEmpty()) {
      return Reply.noSuchMailbox();
    }
    switch (ReportReader.read(message)) {
      case MailReport.NoSuchMailbox _ -> rooms.bounces().noSuchMailbox(mail.get());
      case MailReport.NotDelivered _ -> rooms.bounces().notDelivered(mail.get());
      case MailReport.Complaint _ -> rooms.bounces().complained(mail.get());
      case MailReport.NothingNew _ -> LOG.debug("report told nothing new");
    }
    return Reply.accepted();
  }

  // Mail hosts send complaints to whoever answers for the domain; the token within says of what.
  private Reply forOperators(String mailbox, InboundMessage message) {
    if (ReportReader.read(message) instanceof MailReport.Complaint complaint) {
      var mails =
          complaint.returnPaths().stream()
              .map(path -> path.substring(0, path.indexOf('@')))
              .flatMap(local -> returnPaths.mailOf(local).stream())
              .toList();
      mails.forEach(rooms.bounces()::complained);
      if (!mails.isEmpty()) {
        return Reply.accepted();
      }
    }
    return switch (rooms.operators().keep(mailbox, message.raw())) {
      case DONE -> Reply.accepted();
      case TOO_LARGE -> Answers.TOO_LONG_FOR_OPERATORS;
      case FULL -> Answers.OPERATORS_FULL;
    };
  }

  private Reply unsubscribe(String token) {
    boolean ended = rooms.letters().end(token) || rooms.notices().end(token);
    return ended ? Reply.accepted() : Reply.noSuchMailbox();
  }
}
