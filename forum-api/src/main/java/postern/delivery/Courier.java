package postern.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import postern.jobs.Jobs;
import postern.kernel.AddressId;
import postern.kernel.Ids;
import postern.kernel.MemberId;
import postern.privacy.Keys;
import postern.storage.Database;
import postern.storage.Tx;

/**
 * The only sender. What is handed over in a committed transaction is sent, or the room that sent it
 * is told by {@link MailSettled} that it could not be. Until then it lies sealed in the queue.
 */
public final class Courier {
  static final String JOB = "send-mail";
  public static final Duration KEPT_AFTER_SETTLING = Duration.ofDays(30);

  private final Database database;
  private final InstantSource clock;
  private final Ids ids;
  private final Keys keys;
  private final Jobs jobs;
  private final NoticeWriter notices;
  private final MailFigures figures;

  Courier(Delivery.Means means, NoticeWriter notices, MailFigures figures) {
    this.database = means.database();
    this.clock = means.clock();
    this.ids = means.ids();
    this.keys = means.keys();
    this.jobs = means.jobs();
    this.notices = notices;
    this.figures = figures;
  }

  record Send(long mail) {}

  /** Queues a notice together with what the caller is doing. */
  public void send(Tx tx, AddressId to, Notice notice) {
    send(
        tx,
        new Parcel(
            notice.kind(),
            to,
            notices.write(notice),
            notice.about(),
            Optional.empty(),
            false,
            Optional.empty()));
  }

  /** Queues a message together with what the caller is doing. */
  public void send(Tx tx, Parcel parcel) {
    long id = ids.unguessable();
    tx.dao(MailsDao.class)
        .insert(
            id,
            parcel.kind(),
            parcel.to(),
            keys.seal(parcel.message().stored(), place(id)),
            parcel.about().stream()
                .map(MemberId::toString)
                .sorted()
                .collect(Collectors.joining(",")),
            parcel.elected().orElse(null),
            parcel.spoken(),
            Passages.sealed(keys, id, parcel.passages()),
            parcel.reference().orElse(null),
            clock.instant());
    jobs.enqueue(tx, JOB, new Send(id));
    tx.afterCommit(() -> figures.count(MailFigures.Stage.QUEUED));
  }

  /** Where the gate found an address in the mail of this reference: places, never the address. */
  public List<String> heldPlaces(String reference) {
    return database
        .read(tx -> tx.dao(MailsDao.class).places(reference))
        .map(places -> List.of(places.split("\n")))
        .orElse(List.of());
  }

  /** Why nothing but what its owner asks for is sent to this address, if so. */
  public Optional<Bounces.Why> suspended(Tx tx, AddressId address) {
    return tx.dao(TroubleDao.class).suspended(address);
  }

  /** The address's owner has shown again that mail reaches them. */
  public void resume(Tx tx, AddressId address) {
    tx.dao(TroubleDao.class).resume(address);
    tx.dao(TroubleDao.class).forgetSoft(address);
  }

  /** Forgets what was settled long ago; a schedule calls it. */
  public int sweep() {
    var now = clock.instant();
    return database.write(
        tx -> {
          tx.dao(TroubleDao.class).sweepSoft(now.minus(Bounces.REMEMBERED));
          tx.dao(QueueDao.class).sweepDestinations(now.minus(KEPT_AFTER_SETTLING));
          tx.dao(QueueDao.class).sweepActions(now.minus(MailQueue.ACTIONS_KEPT));
          return tx.dao(MailsDao.class).sweep(now.minus(KEPT_AFTER_SETTLING));
        });
  }

  static String place(long mail) {
    return "mails:" + mail;
  }
}
