package postern.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import postern.jobs.Jobs;
import postern.kernel.Ids;
import postern.kernel.MemberId;
import postern.kernel.Slice;
import postern.kernel.Viewer;
import postern.privacy.Keys;
import postern.storage.Database;

/**
 * The queue as operators see and steer it: how much waits and why, never to whom or what. A host is
 * named only where mail for so many people waits that its name tells of none of them.
 */
public final class MailQueue {
  /** People whose mail waits for one host, from which on it is named. */
  public static final int NAMED_FROM = 5;

  public static final int MAX_REASON = 200;
  public static final Duration ACTIONS_KEPT = Duration.ofDays(365);

  private static final Duration SHOWN = Duration.ofDays(14);

  private final Database database;
  private final InstantSource clock;
  private final Ids ids;
  private final Keys keys;
  private final Jobs jobs;
  private final MailFigures figures;

  MailQueue(Delivery.Means means, MailFigures figures) {
    this.database = means.database();
    this.clock = means.clock();
    this.ids = means.ids();
    this.keys = means.keys();
    this.jobs = means.jobs();
    this.figures = figures;
  }

  /** How many mails wait, how many of them were deferred, and since when the first one does. */
  public record Waiting(long number, long deferred, Instant oldest) {}

  /**
   * A host that deferred mail which still waits.
   *
   * @param name empty for the hosts of few people, which are counted as one
   * @param lastAnswer its words without anybody's address; empty for those
   */
  public record Deferring(
      Optional<String> name, long mails, int lastCode, String lastAnswer, Instant lastAt) {}

  /** What was settled on one day, in UTC. */
  public record Day(
      LocalDate day, long sent, long undeliverable, long held, long bounced, long complained) {}

  /** How many addresses are suspended for one reason. */
  public record Suspended(Bounces.Why why, long number) {}

  /** What operators can do. */
  public enum Action {
    REST,
    RESUME,
    RETRY,
    RETRY_ALL,
    DROP
  }

  /**
   * What one of them did.
   *
   * @param mail null where it was about all of them
   */
  public record Acted(
      long id, MemberId member, Action action, Long mail, String reason, Instant at) {}

  /** The expected endings of dropping a mail. */
  public sealed interface Dropped {
    record Done() implements Dropped {}

    /** It does not wait, or not any more. */
    record NotWaiting() implements Dropped {}

    /** Empty, or longer than {@link #MAX_REASON}. */
    record BadReason() implements Dropped {}
  }

  public Waiting waiting() {
    return database.read(tx -> tx.dao(QueueDao.class).waiting());
  }

  /** Hosts that deferred, the most waited for first; those of few people as one, at the end. */
  public List<Deferring> deferring() {
    var rows = database.read(tx -> tx.dao(QueueDao.class).deferring());
    var named = new ArrayList<Deferring>();
    rows.stream().filter(row -> row.people() >= NAMED_FROM).map(this::named).forEach(named::add);
    rows.stream()
        .filter(row -> row.people() < NAMED_FROM)
        .map(row -> new Deferring(Optional.empty(), row.mails(), row.lastCode(), "", row.lastAt()))
        .reduce(MailQueue::together)
        .ifPresent(named::add);
    return named;
  }

  /** The last two weeks, the newest day first; days on which nothing was settled are left out. */
  public List<Day> days() {
    var since = clock.instant().minus(SHOWN);
    return database.read(tx -> tx.dao(QueueDao.class).days(since));
  }

  /** Addresses to which nothing goes but what their owners ask for. */
  public List<Suspended> suspended() {
    return database.read(tx -> tx.dao(TroubleDao.class).suspendedCounts());
  }

  /** Mails in one state, the newest first. */
  public Slice<MailView> mails(String state, Instant before, long beforeId, int limit) {
    return Slice.of(
        database.read(tx -> tx.dao(QueueDao.class).mails(state, before, beforeId, limit + 1)),
        limit);
  }

  /** Since when nothing is sent, if so. */
  public Optional<Instant> restingSince() {
    return database.read(tx -> tx.dao(QueueDao.class).restingSince());
  }

  /** Sends nothing more, on all nodes, until {@link #resume}; what comes in waits. */
  public void rest(Viewer.Member by, String reason) {
    database.run(
        tx -> {
          if (tx.dao(QueueDao.class).rest(clock.instant()) == 1) {
            act(tx.dao(QueueDao.class), by, Action.REST, null, reason);
          }
        });
  }

  public void resume(Viewer.Member by) {
    database.run(
        tx -> {
          if (tx.dao(QueueDao.class).resume() == 1) {
            act(tx.dao(QueueDao.class), by, Action.RESUME, null, "");
          }
        });
    jobs.hasten(Courier.JOB);
  }

  /** Tries a waiting mail now; false when it does not wait. */
  public boolean retry(Viewer.Member by, long mail) {
    boolean waits =
        database.write(
            tx -> {
              var dao = tx.dao(QueueDao.class);
              var to = dao.waitingFor(mail);
              to.ifPresent(
                  address -> {
                    tx.dao(TroubleDao.class).forgetSoft(address);
                    act(dao, by, Action.RETRY, mail, "");
                  });
              return to.isPresent();
            });
    return waits && jobs.hasten(Courier.JOB, new Courier.Send(mail));
  }

  /** Tries now what waits, ten thousand mails at most; tells how many. */
  public int retryAll(Viewer.Member by) {
    database.run(tx -> act(tx.dao(QueueDao.class), by, Action.RETRY_ALL, null, ""));
    return jobs.hasten(Courier.JOB);
  }

  /** Gives a waiting mail up; who wrote it is told that it could not be delivered. */
  public Dropped drop(Viewer.Member by, long mail, String reason) {
    var why = reason == null ? "" : reason.strip();
    if (why.isEmpty() || why.length() > MAX_REASON) {
      return new Dropped.BadReason();
    }
    boolean dropped =
        database.write(
            tx -> {
              var dao = tx.dao(QueueDao.class);
              if (dao.drop(mail, clock.instant()) == 0) {
                return false;
              }
              act(dao, by, Action.DROP, mail, why);
              tx.dao(MailsDao.class)
                  .reference(mail)
                  .ifPresent(
                      reference ->
                          jobs.publish(tx, new MailSettled(reference, Settlement.UNDELIVERABLE)));
              return true;
            });
    if (!dropped) {
      return new Dropped.NotWaiting();
    }
    figures.count(MailFigures.Stage.DROPPED);
    return new Dropped.Done();
  }

  /** What operators did, the newest first. */
  public List<Acted> actions(int limit) {
    return database.read(tx -> tx.dao(QueueDao.class).actions(limit));
  }

  private void act(QueueDao dao, Viewer.Member by, Action action, Long mail, String reason) {
    var why = reason == null ? "" : reason.strip();
    var kept = why.length() > MAX_REASON ? why.substring(0, MAX_REASON) : why;
    dao.act(ids.unguessable(), by.id(), action, mail, kept, clock.instant());
  }

  private Deferring named(QueueDao.Waits row) {
    var place = Destinations.place(row.destination());
    var name = new String(keys.open(row.name(), place), StandardCharsets.UTF_8);
    return new Deferring(
        Optional.of(name), row.mails(), row.lastCode(), row.lastAnswer(), row.lastAt());
  }

  private static Deferring together(Deferring one, Deferring other) {
    var later = one.lastAt().isBefore(other.lastAt()) ? other : one;
    return new Deferring(
        Optional.empty(), one.mails() + other.mails(), later.lastCode(), "", later.lastAt());
  }
}
