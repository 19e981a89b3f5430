package postern.letters;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import postern.accounts.MemberView;
import postern.http.RateLimits;
import postern.http.Rule;
import postern.jobs.Attempt;
import postern.jobs.JobEnd;
import postern.kernel.LetterId;
import postern.kernel.MemberId;
import postern.kernel.Username;
import postern.kernel.Viewer;
import postern.letters.HeldLettersDao.Row;
import postern.letters.MailedLetters.Mailbox;
import postern.mail.mime.InboundMessage;
import postern.mail.mime.MessageRead;
import postern.mail.mime.MessageReader;
import postern.mail.mime.MimeLimits;
import postern.storage.Tx;

/**
 * Letters in a member's name that nothing proves and nothing refutes, such as one sent through a
 * forwarder. They are kept for {@link #KEPT}, and the member is asked at the address that the
 * letter names: was this you? What they confirm on the site goes its usual way.
 *
 * <p>Nobody but a member is ever asked, and at most {@link #ASKED_A_DAY} times a day, since a
 * stranger can cause the question. The question holds nothing of what came.
 */
public final class HeldLetters {
  public static final Duration KEPT = Duration.ofDays(3);
  public static final int MAX_OCTETS = 1 << 20;

  private static final int ASKED_A_DAY = 3;
  private static final Rule ASKED = new Rule("was-this-you", ASKED_A_DAY, Duration.ofDays(1));
  private static final int MOST_SHOWN = 50;

  /** Beyond, somebody floods: then nobody is asked for a while. */
  private static final int MOST_UNASKED = 200;

  private static final String JOB = "was-this-you";

  private final Room room;
  private final Correspondences correspondences;
  private final MailedLetters mailed;

  HeldLetters(Room room, Correspondences correspondences, MailedLetters mailed) {
    this.room = room;
    this.correspondences = correspondences;
    this.mailed = mailed;
    room.jobs().handle(JOB, Ask.class, (job, attempt) -> ask(job.letter(), attempt));
    room.jobs().every("sweep-held-letters", Duration.ofHours(1), this::sweep);
  }

  record Ask(LetterId letter) {}

  /**
   * A letter that waits for its author's word.
   *
   * @param text what a reader would be shown of it
   * @param files how many files hang on it
   * @param heldAt to the minute
   */
  public record Held(
      LetterId id, Username to, String subject, String text, int files, Instant heldAt) {
    @Override
    public String toString() {
      return "Held[" + id + "]";
    }
  }

  /**
   * Keeps the letter for a moment, whoever wrote it, and lets a job find out whether there is a
   * member to ask: so neither the answer, nor its time, nor what is stored by then tells whether
   * the address is a member's.
   */
  public void hold(Mailbox mailbox, InboundMessage message) {
    if (message.raw().length > MAX_OCTETS || message.isAutomatic() || message.isReport()) {
      return;
    }
    room.database().run(tx -> hold(tx, mailbox, message));
  }

  /** The member's own, oldest first. */
  public List<Held> of(Viewer.Member member) {
    return room.database()
        .read(
            tx ->
                tx.dao(HeldLettersDao.class).of(member.id(), kept(), MOST_SHOWN).stream()
                    .flatMap(row -> held(tx, row).stream())
                    .toList());
  }

  /** True when any waits for this member. */
  public boolean waits(Viewer.Member member) {
    return room.database()
        .read(tx -> tx.dao(HeldLettersDao.class).any(member.id(), kept()).isPresent());
  }

  /**
   * The member says that they wrote it: it goes its way, or is refused as any letter would be.
   * Empty when it is not theirs, or no longer kept.
   */
  public Optional<Taken> send(Viewer.Member member, LetterId id) {
    var row =
        room.database().read(tx -> tx.dao(HeldLettersDao.class).find(id, member.id(), kept()));
    if (row.isEmpty()) {
      return Optional.empty();
    }
    var taken = mailed.take(member.id(), mailbox(row.get()), message(row.get()));
    // Too many is a matter of time: it can be sent tomorrow.
    if (!(taken instanceof Taken.TooMany)) {
      drop(member, id);
    }
    return Optional.of(taken);
  }

  /** Forgets it; false when it is not the member's, or no longer kept. */
  public boolean drop(Viewer.Member member, LetterId id) {
    return room.database().write(tx -> tx.dao(HeldLettersDao.class).delete(id, member.id())) == 1;
  }

  private void hold(Tx tx, Mailbox mailbox, InboundMessage message) {
    var dao = tx.dao(HeldLettersDao.class);
    var id = new LetterId(room.sources().ids().unguessable());
    var keys = room.keys();
    var sealedMailbox = keys.sealText(text(mailbox), Row.place(id, "mailbox"));
    var sealed = keys.seal(message.raw(), Row.place(id, "raw"));
    var digest = digest(mailbox, message);
    if (dao.unasked() < MOST_UNASKED
        && dao.insert(id, sealedMailbox, sealed, digest, room.sources().now()) == 1) {
      room.jobs().enqueue(tx, JOB, new Ask(id));
    }
  }

  private JobEnd ask(LetterId id, Attempt attempt) {
    room.database()
        .run(
            tx -> {
              tx.dao(HeldLettersDao.class).unasked(id).ifPresent(row -> ask(tx, row));
              attempt.done(tx);
            });
    return JobEnd.DONE;
  }

  private void ask(Tx tx, Row row) {
    var from = message(row).author().orElseThrow().address();
    var address = room.vault().find(tx, from);
    var sender = room.vault().owner(tx, from).flatMap(id -> room.accounts().member(tx, id));
    var reader =
        sender.flatMap(
            writer ->
                mailed
                    .reader(tx, writer.id(), mailbox(row))
                    .filter(found -> mayWrite(tx, writer, found)));
    if (address.isEmpty() || reader.isEmpty() || asked(tx, sender.get().id())) {
      tx.dao(HeldLettersDao.class).deleteUnasked(row.id());
      return;
    }
    tx.dao(HeldLettersDao.class).asked(row.id(), sender.get().id(), reader.get().id());
    var page = room.settings().origin().url("/letters/held");
    room.courier().send(tx, address.get(), LetterNotices.wasThisYou(reader.get(), page));
  }

  private boolean mayWrite(Tx tx, MemberView sender, MemberView reader) {
    return switch (correspondences.verdict(tx, sender, reader)) {
      case MAY -> true;
      case WRITER_NOT_IN_GOOD_STANDING, TO_THEMSELVES, WRITER_BLOCKED_READER, NOT_TAKING -> false;
    };
  }

  private boolean asked(Tx tx, MemberId sender) {
    return room.limits().take(tx, ASKED, sender.toString()) instanceof RateLimits.Taken.TooMany;
  }

  private static byte[] digest(Mailbox mailbox, InboundMessage message) {
    var from = message.headers("From").getFirst().raw();
    return Drafting.hash(text(mailbox) + "\n" + from + "\n" + MailedLetters.fingerprint(message));
  }

  private Optional<Held> held(Tx tx, Row row) {
    var message = message(row);
    var parts = LetterParts.of(message.root());
    return room.accounts()
        .member(tx, row.reader())
        .map(
            reader ->
                new Held(
                    row.id(),
                    reader.username(),
                    message.subject(),
                    ShownText.of(parts),
                    parts.files().size(),
                    row.heldAt().truncatedTo(ChronoUnit.MINUTES)));
  }

  private InboundMessage message(Row row) {
    var raw = room.keys().open(row.raw(), Row.place(row.id(), "raw"));
    return switch (MessageReader.read(raw, MimeLimits.DEFAULT)) {
      case MessageRead.Read(var message) -> message;
      case MessageRead.Refused _ ->
          throw new IllegalStateException("a message that was read once is refused now");
    };
  }

  private static String text(Mailbox mailbox) {
    return switch (mailbox) {
      case Mailbox.OfMember(var username) -> username.toString();
      case Mailbox.Masked(var username, var token) -> username + " " + token;
    };
  }

  private Mailbox mailbox(Row row) {
    var text = room.keys().openText(row.mailbox(), Row.place(row.id(), "mailbox"));
    int blank = text.indexOf(' ');
    return blank < 0
        ? new Mailbox.OfMember(new Username(text))
        : new Mailbox.Masked(new Username(text.substring(0, blank)), text.substring(blank + 1));
  }

  private Instant kept() {
    return room.sources().now().minus(KEPT);
  }

  private void sweep() {
    room.database().run(tx -> tx.dao(HeldLettersDao.class).sweep(kept()));
  }
}
