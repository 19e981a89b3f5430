package postern.search;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import postern.jobs.Attempt;
import postern.jobs.JobEnd;
import postern.jobs.Jobs;
import postern.kernel.PostId;
import postern.kernel.ThreadId;
import postern.storage.Database;
import postern.threads.LogEntry.Action;
import postern.threads.ThreadEvent.PostDeleted;
import postern.threads.ThreadEvent.PostEdited;
import postern.threads.ThreadEvent.PostImported;
import postern.threads.ThreadEvent.PostReplied;
import postern.threads.ThreadEvent.PostRestored;
import postern.threads.ThreadEvent.ThreadMarked;
import postern.threads.ThreadEvent.ThreadMerged;
import postern.threads.ThreadEvent.ThreadSplit;
import postern.threads.ThreadEvent.ThreadStarted;

/**
 * What changed for the search, in one order for all nodes. Durable jobs write it from what the
 * threads tell; each node reads on from where its own index is.
 */
final class ChangeLog {
  /** How long a node may be away before it makes its index anew instead of catching up. */
  private static final Duration KEPT = Duration.ofDays(7);

  private static final int SWEPT_AT_ONCE = 10_000;

  /** What changes neither a thread's words nor who finds them. */
  private static final Set<Action> WITHOUT_EFFECT =
      EnumSet.of(Action.LOCK, Action.UNLOCK, Action.PIN, Action.UNPIN);

  private final Database database;
  private final InstantSource clock;
  private final Runnable news;

  /**
   * @param news called after each change, so that this node need not wait for its next look
   */
  ChangeLog(Database database, InstantSource clock, Runnable news) {
    this.database = database;
    this.clock = clock;
    this.news = news;
  }

  void subscribe(Jobs jobs) {
    jobs.on(
        ThreadStarted.class,
        "search-started",
        (event, attempt) -> post(event.thread(), event.post(), attempt));
    jobs.on(
        PostReplied.class,
        "search-replied",
        (event, attempt) -> post(event.thread(), event.post(), attempt));
    jobs.on(
        PostEdited.class,
        "search-edited",
        (event, attempt) -> post(event.thread(), event.post(), attempt));
    jobs.on(
        PostDeleted.class,
        "search-deleted",
        (event, attempt) -> post(event.thread(), event.post(), attempt));
    jobs.on(
        PostRestored.class,
        "search-restored",
        (event, attempt) -> post(event.thread(), event.post(), attempt));
    jobs.on(
        PostImported.class,
        "search-imported",
        (event, attempt) -> post(event.thread(), event.post(), attempt));
    jobs.on(ThreadMarked.class, "search-marked", this::marked);
    jobs.on(
        ThreadMerged.class,
        "search-merged",
        (event, attempt) -> threads(List.of(event.from(), event.into()), attempt));
    jobs.on(
        ThreadSplit.class,
        "search-split",
        (event, attempt) -> threads(List.of(event.from(), event.into()), attempt));
    jobs.every("sweep-search-changes", Duration.ofHours(1), this::sweep);
  }

  /** What is wanted of an index, and how far the changes are. */
  ChangesDao.Log state() {
    return database.read(tx -> tx.dao(ChangesDao.class).log());
  }

  List<ChangesDao.Change> after(long seq, int limit) {
    return database.read(tx -> tx.dao(ChangesDao.class).after(seq, limit));
  }

  /** Every node makes its index anew. */
  long renew() {
    return database.write(
        tx -> {
          tx.dao(ChangesDao.class).nextEpoch();
          return tx.dao(ChangesDao.class).log().epoch();
        });
  }

  void sweep() {
    database.run(
        tx -> {
          var dao = tx.dao(ChangesDao.class);
          long last = dao.lastBefore(clock.instant().minus(KEPT));
          dao.swept(last);
          dao.sweep(last, SWEPT_AT_ONCE);
        });
  }

  private JobEnd marked(ThreadMarked event, Attempt attempt) {
    return WITHOUT_EFFECT.contains(event.action())
        ? JobEnd.DONE
        : threads(List.of(event.thread()), attempt);
  }

  private JobEnd post(ThreadId thread, PostId post, Attempt attempt) {
    return write(attempt, dao -> write(dao, thread, Optional.of(post)));
  }

  private JobEnd threads(List<ThreadId> threads, Attempt attempt) {
    return write(attempt, dao -> threads.forEach(thread -> write(dao, thread, Optional.empty())));
  }

  private void write(ChangesDao dao, ThreadId thread, Optional<PostId> post) {
    dao.advance();
    dao.insert(thread, post.orElse(null), clock.instant());
  }

  private JobEnd write(Attempt attempt, Consumer<ChangesDao> changes) {
    database.run(
        tx -> {
          changes.accept(tx.dao(ChangesDao.class));
          attempt.done(tx);
          tx.afterCommit(news);
        });
    return JobEnd.DONE;
  }
}
