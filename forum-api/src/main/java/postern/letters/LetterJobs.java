package postern.letters;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import postern.accounts.MemberView;
import postern.delivery.MailSettled;
import postern.delivery.Parcel;
import postern.delivery.Settlement;
import postern.jobs.Attempt;
import postern.jobs.JobEnd;
import postern.kernel.AddressId;
import postern.kernel.LetterId;
import postern.letters.LettersDao.LetterRow;
import postern.mail.mime.MessageRead;
import postern.mail.mime.MessageReader;
import postern.mail.mime.MimeLimits;
import postern.storage.Tx;

/** What happens to a letter after it was taken: composed, handed to the courier, settled. */
final class LetterJobs {
  private static final String REFERENCE = "letter:";
  private static final String TELL_SENDER = "tell-sender";
  private static final Duration REMEMBERED = Duration.ofDays(5);

  private final Room room;
  private final Composer composer;
  private final Drafting drafting;

  LetterJobs(Room room, Composer composer, Drafting drafting) {
    this.room = room;
    this.composer = composer;
    this.drafting = drafting;
  }

  record TellSender(LetterId letter) {}

  void register() {
    var jobs = room.jobs();
    jobs.handle(
        LetterDesk.JOB, LetterDesk.Compose.class, (job, attempt) -> compose(job.letter(), attempt));
    jobs.handle(TELL_SENDER, TellSender.class, (job, attempt) -> tellSender(job.letter(), attempt));
    jobs.on(MailSettled.class, "letters", (event, _) -> settled(event));
    jobs.every("sweep-taken-messages", Duration.ofHours(1), this::sweep);
  }

  /** A letter with its sender and where its mail goes. */
  private record Ready(LetterRow letter, Drafting.Draft draft, AddressId to) {}

  private JobEnd compose(LetterId id, Attempt attempt) {
    var ready = room.database().write(tx -> ready(tx, id));
    if (ready.isEmpty()) {
      settle(id, LetterState.UNDELIVERABLE);
      return JobEnd.DONE;
    }
    switch (composer.compose(ready.get().draft().request())) {
      case Composed.Ready composed ->
          room.database().run(tx -> hand(tx, ready.get(), composed, attempt));
      // It could be composed when it was taken; what changed since is the sender's election.
      case Composed.Refused _ -> settle(id, LetterState.UNDELIVERABLE);
    }
    return JobEnd.DONE;
  }

  private Optional<Ready> ready(Tx tx, LetterId id) {
    var letter = tx.dao(LettersDao.class).find(id).filter(l -> l.state() == LetterState.ON_ITS_WAY);
    var sender = letter.flatMap(l -> room.accounts().member(tx, l.sender()));
    var to = letter.flatMap(l -> room.vault().mainOf(tx, l.recipient()));
    if (sender.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Ready(letter.get(), draft(tx, letter.get(), sender.get()), to.get()));
  }

  private Drafting.Draft draft(Tx tx, LetterRow letter, MemberView sender) {
    return drafting.of(tx, letter, sender, source(letter));
  }

  private ComposeRequest.Source source(LetterRow letter) {
    var keys = room.keys();
    if (letter.raw() == null) {
      return new ComposeRequest.Source.Written(
          keys.openText(letter.subject(), LetterRow.place(letter.id(), "subject")),
          keys.openText(letter.body(), LetterRow.place(letter.id(), "body")));
    }
    var raw = keys.open(letter.raw(), LetterRow.place(letter.id(), "raw"));
    return switch (MessageReader.read(raw, MimeLimits.DEFAULT)) {
      case MessageRead.Read(var message) -> new ComposeRequest.Source.Mailed(message);
      case MessageRead.Refused _ ->
          throw new IllegalStateException("a message that was read once is refused now");
    };
  }

  private void hand(Tx tx, Ready ready, Composed.Ready composed, Attempt attempt) {
    var letter = ready.letter();
    room.courier()
        .send(
            tx,
            new Parcel(
                "letter",
                ready.to(),
                composed.message(),
                Set.of(letter.sender()),
                letter.spoken()
                    ? room.vault().mainOf(tx, letter.sender())
                    : ready.draft().elected(),
                letter.spoken(),
                Optional.of(REFERENCE + letter.id())));
    attempt.done(tx);
  }

  private JobEnd settled(MailSettled event) {
    if (event.reference().startsWith(REFERENCE)) {
      LetterId.parse(event.reference().substring(REFERENCE.length()))
          .ifPresent(id -> settled(id, event.settlement()));
    }
    return JobEnd.DONE;
  }

  private void settled(LetterId id, Settlement settlement) {
    switch (settlement) {
      case DELIVERED -> settle(id, LetterState.DELIVERED);
      case UNDELIVERABLE -> settle(id, LetterState.UNDELIVERABLE);
      case HELD -> settle(id, LetterState.HELD);
      case WITHDRAWN ->
          room.database()
              .run(tx -> room.jobs().enqueue(tx, LetterDesk.JOB, new LetterDesk.Compose(id)));
    }
  }

  // The hour is all that the sender learns: finer times would tell of the reader's host.
  private void settle(LetterId id, LetterState state) {
    room.database()
        .run(
            tx -> {
              var hour = room.sources().now().truncatedTo(ChronoUnit.HOURS);
              var dao = tx.dao(LettersDao.class);
              dao.settle(id, state, hour);
              dao.forgetUnkept(id);
              if (state != LetterState.DELIVERED) {
                room.jobs()
                    .enqueue(tx, TELL_SENDER, new TellSender(id), hour.plus(Duration.ofHours(1)));
              }
            });
  }

  private JobEnd tellSender(LetterId id, Attempt attempt) {
    room.database()
        .run(
            tx -> {
              tx.dao(LettersDao.class)
                  .find(id)
                  .filter(letter -> letter.state() != LetterState.DELIVERED)
                  .ifPresent(letter -> tell(tx, letter));
              attempt.done(tx);
            });
    return JobEnd.DONE;
  }

  private void tell(Tx tx, LetterRow letter) {
    var to = room.vault().mainOf(tx, letter.sender());
    var reader = room.accounts().member(tx, letter.recipient());
    if (to.isPresent() && reader.isPresent()) {
      var page = room.settings().origin().url("/letters/" + letter.correspondence());
      room.courier()
          .send(tx, to.get(), LetterNotices.notSent(letter, reader.get().username(), page));
    }
  }

  private void sweep() {
    room.database()
        .run(tx -> tx.dao(LettersDao.class).sweepTaken(room.sources().now().minus(REMEMBERED)));
  }
}
