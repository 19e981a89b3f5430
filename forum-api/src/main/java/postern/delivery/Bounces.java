package postern.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import postern.delivery.MailFigures.Stage;
import postern.jobs.Jobs;
import postern.kernel.AddressId;
import postern.storage.Database;
import postern.storage.Tx;

/**
 * What comes back for mail that was sent. A mailbox that is not there gets nothing more until its
 * owner confirms it again; one that failed for a reason that may pass waits longer each time; a
 * complaint stops everything. Whoever wrote the mail is told that it did not arrive, and no more.
 */
public final class Bounces {
  private static final List<Duration> WAITS =
      List.of(Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(16), Duration.ofDays(1));

  /** So many failures that may pass, none longer apart than {@link #REMEMBERED}, count as one. */
  static final int SOFT_ONES = 5;

  static final Duration REMEMBERED = Duration.ofDays(14);

  private final Database database;
  private final InstantSource clock;
  private final Jobs jobs;
  private final MailFigures figures;

  Bounces(Database database, InstantSource clock, Jobs jobs, MailFigures figures) {
    this.database = database;
    this.clock = clock;
    this.jobs = jobs;
    this.figures = figures;
  }

  /** Why an address is suspended. */
  public enum Why {
    BOUNCED,
    COMPLAINED
  }

  /** Nothing will ever arrive where this mail went. */
  public void noSuchMailbox(long mail) {
    database.run(
        tx -> {
          if (settled(tx, mail, "HARD")) {
            suspend(tx, mail, Why.BOUNCED);
          }
        });
  }

  /** This mail did not arrive; the next one may. */
  public void notDelivered(long mail) {
    database.run(
        tx -> {
          if (settled(tx, mail, "SOFT")) {
            tx.dao(MailsDao.class).recipient(mail).ifPresent(address -> softer(tx, address));
          }
        });
  }

  /** Its reader does not want it. */
  public void complained(long mail) {
    boolean known =
        database.write(
            tx -> {
              boolean first = tx.dao(MailsDao.class).reported(mail, "COMPLAINT") == 1;
              suspend(tx, mail, Why.COMPLAINED);
              return first;
            });
    if (known) {
      figures.count(Stage.COMPLAINED);
    }
  }

  /** The next host has said while we talked to it that there is no such mailbox. */
  void noSuchMailbox(Tx tx, AddressId address) {
    tx.dao(TroubleDao.class).suspend(address, Why.BOUNCED, clock.instant());
  }

  // A report that comes twice, or after the mail was settled otherwise, changes nothing.
  private boolean settled(Tx tx, long mail, String how) {
    var dao = tx.dao(MailsDao.class);
    if (dao.bounced(mail, how, clock.instant()) == 0) {
      return false;
    }
    dao.reference(mail)
        .ifPresent(
            reference -> jobs.publish(tx, new MailSettled(reference, Settlement.UNDELIVERABLE)));
    tx.afterCommit(() -> figures.count(Stage.BOUNCED, how.equals("HARD") ? "hard" : "soft"));
    return true;
  }

  private void suspend(Tx tx, long mail, Why why) {
    tx.dao(MailsDao.class)
        .recipient(mail)
        .ifPresent(address -> tx.dao(TroubleDao.class).suspend(address, why, clock.instant()));
  }

  private void softer(Tx tx, AddressId address) {
    var dao = tx.dao(TroubleDao.class);
    var now = clock.instant();
    int times = dao.softOnes(address, now.minus(REMEMBERED)).orElse(0) + 1;
    var wait = WAITS.get(Math.min(times, WAITS.size()) - 1);
    dao.soft(address, times, now, now.plus(wait));
    if (times >= SOFT_ONES) {
      dao.suspend(address, Why.BOUNCED, now);
    }
  }
}
