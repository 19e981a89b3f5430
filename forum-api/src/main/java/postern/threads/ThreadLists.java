package postern.threads;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import postern.boards.Board;
import postern.http.Cursor;
import postern.kernel.BoardId;
import postern.kernel.MemberId;
import postern.kernel.Slice;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;
import postern.storage.Tx;

/** Lists of threads, each read by key, and each with nothing in it that the viewer may not read. */
public final class ThreadLists {
  /** Before every row of a list that goes back in time. */
  private static final Cursor START =
      new Cursor(Instant.parse("2999-12-31T00:00:00Z"), Long.MAX_VALUE);

  private final Ground ground;

  ThreadLists(Ground ground) {
    this.ground = ground;
  }

  /** What happened last, on all boards that the viewer may read. */
  public Slice<ForumThread> latest(Viewer viewer, Optional<Cursor> after, int limit) {
    var from = after.orElse(START);
    return ground
        .database()
        .read(
            tx -> {
              var boards = readable(tx, viewer);
              return boards.isEmpty()
                  ? new Slice<>(List.of(), false)
                  : Slice.of(dao(tx).latest(boards, from.at(), from.id(), limit + 1), limit);
            });
  }

  /**
   * A board's threads, the pinned ones first, then by last activity. Empty when there is no such
   * board to read.
   */
  public Optional<Slice<ForumThread>> onBoard(
      Viewer viewer, BoardId board, Optional<Cursor> after, int limit) {
    return ground
        .database()
        .read(
            tx ->
                ground.boards().find(tx, viewer, board).map(_ -> onBoard(tx, board, after, limit)));
  }

  /**
   * What {@link #onBoard} takes to go on after a thread. The pinned ones have a range of their own:
   * negative ids.
   */
  public static Cursor cursorOnBoard(ForumThread thread) {
    long id = thread.id().value();
    return new Cursor(thread.lastPostAt(), thread.pinned() ? -id : id);
  }

  /** What {@link #latest} and {@link #unlisted} take to go on after a thread. */
  public static Cursor cursor(ForumThread thread) {
    return new Cursor(thread.lastPostAt(), thread.id().value());
  }

  /**
   * What a member started, the newest first; {@code after} is the last thread of the page before.
   */
  public Slice<ForumThread> startedBy(
      Viewer viewer, MemberId author, Optional<ThreadId> after, int limit) {
    return ground
        .database()
        .read(
            tx -> {
              var boards = readable(tx, viewer);
              long before = after.map(ThreadId::value).orElse(Long.MAX_VALUE);
              return boards.isEmpty()
                  ? new Slice<>(List.of(), false)
                  : Slice.of(dao(tx).startedBy(author, boards, before, limit + 1), limit);
            });
  }

  /**
   * Hidden threads of a board, and those with no post left to read; empty for who does not moderate
   * it.
   */
  public Slice<ForumThread> unlisted(
      Viewer viewer, BoardId board, Optional<Cursor> after, int limit) {
    var from = after.orElse(START);
    return viewer.moderates(board)
        ? ground
            .database()
            .read(tx -> Slice.of(dao(tx).unlisted(board, from.at(), from.id(), limit + 1), limit))
        : new Slice<>(List.of(), false);
  }

  /**
   * How much stands on a board.
   *
   * @param last the thread that was last written in, if there is any
   */
  public record BoardCount(int threads, int posts, Optional<ForumThread> last) {
    public static final BoardCount NOTHING = new BoardCount(0, 0, Optional.empty());
  }

  /**
   * How much stands on each of these boards, which the viewer was allowed to read; all of them are
   * in the answer.
   */
  public Map<BoardId, BoardCount> counts(Collection<Board> boards) {
    var counts = new HashMap<BoardId, BoardCount>();
    boards.forEach(board -> counts.put(board.id(), BoardCount.NOTHING));
    if (!boards.isEmpty()) {
      ground.database().run(tx -> count(tx, counts));
    }
    return counts;
  }

  private static void count(Tx tx, Map<BoardId, BoardCount> counts) {
    var rows = tx.dao(CountsDao.class).boards(Set.copyOf(counts.keySet()));
    var last =
        byId(
            tx,
            rows.stream().flatMap(row -> row.lastThread().stream()).collect(Collectors.toSet()));
    rows.forEach(
        row ->
            counts.put(
                row.board(),
                new BoardCount(row.threads(), row.posts(), row.lastThread().map(last::get))));
  }

  static Map<ThreadId, ForumThread> byId(Tx tx, Set<ThreadId> ids) {
    return ids.isEmpty()
        ? Map.of()
        : dao(tx).all(ids).stream().collect(Collectors.toMap(ForumThread::id, thread -> thread));
  }

  private Slice<ForumThread> onBoard(Tx tx, BoardId board, Optional<Cursor> after, int limit) {
    var rows = new ArrayList<ForumThread>();
    boolean inPinned = after.isEmpty() || after.get().id() < 0;
    if (inPinned) {
      var from = after.map(cursor -> new Cursor(cursor.at(), -cursor.id())).orElse(START);
      rows.addAll(dao(tx).onBoard(board, true, from.at(), from.id(), limit + 1));
    }
    if (rows.size() <= limit) {
      var from = inPinned ? START : after.get();
      rows.addAll(dao(tx).onBoard(board, false, from.at(), from.id(), limit + 1 - rows.size()));
    }
    return Slice.of(rows, limit);
  }

  private Set<BoardId> readable(Tx tx, Viewer viewer) {
    return ground.boards().readable(tx, viewer).stream().map(Board::id).collect(Collectors.toSet());
  }

  private static ThreadsDao dao(Tx tx) {
    return tx.dao(ThreadsDao.class);
  }
}
