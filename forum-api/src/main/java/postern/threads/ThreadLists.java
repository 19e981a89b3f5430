package postern.threads;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
  static final Cursor START = new Cursor(Instant.parse("2999-12-31T00:00:00Z"), Long.MAX_VALUE);

  private final Ground ground;

  ThreadLists(Ground ground) {
    this.ground = ground;
  }

  /** These threads, those of them that the viewer may read, together with what the caller reads. */
  public Map<ThreadId, ThreadView> among(Tx tx, Viewer viewer, Set<ThreadId> ids) {
    var boards = Views.boards(tx, ground, viewer);
    var seen =
        byId(tx, ids).values().stream()
            .filter(
                thread ->
                    boards.containsKey(thread.board())
                        && ThreadPolicy.maySee(viewer, boards.get(thread.board()), thread))
            .toList();
    return Views.threads(tx, ground, boards, seen).stream()
        .collect(Collectors.toMap(ThreadView::id, Function.identity()));
  }

  /** What happened last, on all boards that the viewer may read. */
  public Slice<ThreadView> latest(Viewer viewer, Optional<Cursor> after, int limit) {
    var from = after.orElse(START);
    return read(
        viewer, limit, (tx, boards) -> dao(tx).latest(boards, from.at(), from.id(), limit + 1));
  }

  /**
   * A board's threads, the pinned ones first, then by last activity. Empty when there is no such
   * board to read.
   */
  public Optional<Slice<ThreadView>> onBoard(
      Viewer viewer, BoardId board, Optional<Cursor> after, int limit) {
    return ground
        .database()
        .read(
            tx -> {
              var boards = Views.boards(tx, ground, viewer);
              return boards.containsKey(board)
                  ? Optional.of(
                      views(
                          tx,
                          boards,
                          tx.reading(
                              Parts.board(board), () -> onBoard(tx, board, after, limit + 1)),
                          limit))
                  : Optional.empty();
            });
  }

  /**
   * What {@link #onBoard} takes to go on after a thread. The pinned ones have a range of their own:
   * negative ids.
   */
  public static Cursor cursorOnBoard(ThreadView view) {
    var cursor = cursor(view);
    return view.thread().pinned() ? new Cursor(cursor.at(), -cursor.id()) : cursor;
  }

  /** What {@link #latest} and {@link #unlisted} take to go on after a thread. */
  public static Cursor cursor(ThreadView view) {
    return new Cursor(view.thread().lastPostAt(), view.thread().id().value());
  }

  /**
   * What a member started, the newest first; {@code after} is the last thread of the page before.
   */
  public Slice<ThreadView> startedBy(
      Viewer viewer, MemberId author, Optional<ThreadId> after, int limit) {
    long before = after.map(ThreadId::value).orElse(Long.MAX_VALUE);
    return read(
        viewer,
        limit,
        (tx, boards) ->
            ground.accounts().identities(tx, author).stream()
                .flatMap(id -> dao(tx).startedBy(id, boards, before, limit + 1).stream())
                .sorted(
                    Comparator.comparingLong((ForumThread thread) -> thread.id().value())
                        .reversed())
                .limit(limit + 1)
                .toList());
  }

  /**
   * Hidden threads of a board, and those with no post left to read; empty for who does not moderate
   * it.
   */
  public Slice<ThreadView> unlisted(
      Viewer viewer, BoardId board, Optional<Cursor> after, int limit) {
    var from = after.orElse(START);
    return viewer.moderates(board)
        ? read(viewer, limit, (tx, _) -> dao(tx).unlisted(board, from.at(), from.id(), limit + 1))
        : new Slice<>(List.of(), false);
  }

  /**
   * How much stands on a board.
   *
   * @param last the thread that was last written in, if there is any
   */
  public record BoardCount(int threads, int posts, Optional<ThreadView> last) {
    public static final BoardCount NOTHING = new BoardCount(0, 0, Optional.empty());
  }

  /** The boards that the viewer may read, in order, with how much stands on each. */
  public Map<Board, BoardCount> boards(Viewer viewer) {
    return ground
        .database()
        .read(
            tx -> {
              var boards = ground.boards().readable(tx, viewer);
              var counts = counts(tx, boards);
              var answer = new LinkedHashMap<Board, BoardCount>();
              boards.forEach(
                  board -> answer.put(board, counts.getOrDefault(board.id(), BoardCount.NOTHING)));
              return answer;
            });
  }

  private Map<BoardId, BoardCount> counts(Tx tx, List<Board> boards) {
    if (boards.isEmpty()) {
      return Map.of();
    }
    var readable = boards.stream().collect(Collectors.toMap(Board::id, Function.identity()));
    var rows = tx.dao(CountsDao.class).boards(readable.keySet());
    var last =
        byId(
            tx,
            rows.stream().flatMap(row -> row.lastThread().stream()).collect(Collectors.toSet()));
    var views =
        Views.threads(tx, ground, readable, last.values()).stream()
            .collect(Collectors.toMap(view -> view.thread().id(), Function.identity()));
    var counts = new HashMap<BoardId, BoardCount>();
    rows.forEach(
        row ->
            counts.put(
                row.board(),
                new BoardCount(row.threads(), row.posts(), row.lastThread().map(views::get))));
    return counts;
  }

  static Map<ThreadId, ForumThread> byId(Tx tx, Set<ThreadId> ids) {
    return ids.isEmpty()
        ? Map.of()
        : dao(tx).all(ids).stream().collect(Collectors.toMap(ForumThread::id, Function.identity()));
  }

  private static List<ForumThread> onBoard(Tx tx, BoardId board, Optional<Cursor> after, int most) {
    var rows = new ArrayList<ForumThread>();
    boolean inPinned = after.isEmpty() || after.get().id() < 0;
    if (inPinned) {
      var from = after.map(cursor -> new Cursor(cursor.at(), -cursor.id())).orElse(START);
      rows.addAll(dao(tx).onBoard(board, true, from.at(), from.id(), most));
    }
    if (rows.size() < most) {
      var from = inPinned ? START : after.get();
      rows.addAll(dao(tx).onBoard(board, false, from.at(), from.id(), most - rows.size()));
    }
    return rows;
  }

  interface Query {
    /** One row more than asked for, of these boards alone; they are never none. */
    List<ForumThread> rows(Tx tx, Collection<BoardId> boards);
  }

  Slice<ThreadView> read(Viewer viewer, int limit, Query query) {
    return ground
        .database()
        .read(
            tx -> {
              var boards = Views.boards(tx, ground, viewer);
              return boards.isEmpty()
                  ? new Slice<>(List.of(), false)
                  : views(tx, boards, query.rows(tx, boards.keySet()), limit);
            });
  }

  private Slice<ThreadView> views(
      Tx tx, Map<BoardId, Board> boards, List<ForumThread> oneMore, int limit) {
    var rows = Slice.of(oneMore, limit);
    return new Slice<>(Views.threads(tx, ground, boards, rows.rows()), rows.more());
  }

  private static ThreadsDao dao(Tx tx) {
    return tx.dao(ThreadsDao.class);
  }
}
