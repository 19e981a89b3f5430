package postern.threads;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import postern.accounts.Accounts;
import postern.boards.Board;
import postern.boards.Boards;
import postern.http.RateLimits;
import postern.http.Rule;
import postern.jobs.Jobs;
import postern.kernel.Sources;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;
import postern.storage.Database;
import postern.storage.Tx;

/**
 * What this room stands on.
 *
 * @param jobs where events go
 * @param rates what counts how fast members write
 * @param noted who is told of what moderators do
 */
public record Ground(
    Database database,
    Sources sources,
    Jobs jobs,
    RateLimits rates,
    Boards boards,
    Accounts accounts,
    Noted noted) {
  /** Without the one log. */
  public Ground(
      Database database,
      Sources sources,
      Jobs jobs,
      RateLimits rates,
      Boards boards,
      Accounts accounts) {
    this(database, sources, jobs, rates, boards, accounts, Noted.NOWHERE);
  }

  Instant now() {
    return sources.now();
  }

  /** A thread with its board, for who may see it. */
  record Place(Board board, ForumThread thread) {}

  Optional<Place> place(Tx tx, Viewer viewer, ThreadId id) {
    return place(tx, viewer, tx.reading(Parts.thread(id), () -> tx.dao(ThreadsDao.class).find(id)));
  }

  /** As {@link #place}, and nobody else changes the thread until the transaction ends. */
  Optional<Place> hold(Tx tx, Viewer viewer, ThreadId id) {
    return place(tx, viewer, tx.dao(ThreadsDao.class).hold(id));
  }

  /** Whether the viewer may read a thread that was found another way. */
  boolean sees(Tx tx, Viewer viewer, ForumThread thread) {
    return place(tx, viewer, Optional.of(thread)).isPresent();
  }

  /**
   * Counts one more of a rule; how long to wait when it is one too many. Who moderates the board is
   * not counted.
   */
  Optional<Duration> tooSoon(Tx tx, Rule rule, Viewer.Member by, Board board) {
    if (by.moderates(board.id())) {
      return Optional.empty();
    }
    return switch (rates.take(tx, rule, by.id().toString())) {
      case RateLimits.Taken.Allowed _ -> Optional.empty();
      case RateLimits.Taken.TooMany(var wait) -> Optional.of(wait);
    };
  }

  private Optional<Place> place(Tx tx, Viewer viewer, Optional<ForumThread> found) {
    return found.flatMap(
        thread ->
            boards
                .find(tx, viewer, thread.board())
                .filter(board -> ThreadPolicy.maySee(viewer, board, thread))
                .map(board -> new Place(board, thread)));
  }
}
