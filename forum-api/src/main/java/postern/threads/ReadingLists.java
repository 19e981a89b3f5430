package postern.threads;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import postern.http.Cursor;
import postern.kernel.BoardId;
import postern.kernel.Slice;
import postern.kernel.Viewer;
import postern.storage.Tx;
import postern.threads.PostLists.PlacedPost;

/**
 * Lists of threads for who reads on, each by key and by last activity: on all boards that the
 * viewer may read, or on one of them. {@link ThreadLists#cursor} goes on with each.
 */
public final class ReadingLists {
  private final Ground ground;
  private final ThreadLists lists;
  private final ReadMarks marks;

  ReadingLists(Ground ground, ThreadLists lists, ReadMarks marks) {
    this.ground = ground;
    this.lists = lists;
    this.marks = marks;
  }

  /** Threads with something that the member has not seen. */
  public Slice<ThreadView> unread(
      Viewer.Member member, Optional<BoardId> on, Optional<Cursor> after, int limit) {
    var from = after.orElse(ThreadLists.START);
    return lists.read(
        member,
        limit,
        (tx, boards) ->
            only(
                boards,
                on,
                of ->
                    dao(tx)
                        .unread(
                            member.id(),
                            of,
                            marks.seen(tx, member.id(), List.of()).floor(),
                            from.at(),
                            from.id(),
                            limit + 1)));
  }

  /** Threads that were written in after a moment. */
  public Slice<ThreadView> since(Viewer viewer, Instant moment, Optional<Cursor> after, int limit) {
    var from = after.orElse(ThreadLists.START);
    return lists.read(
        viewer,
        limit,
        (tx, boards) -> dao(tx).since(boards, moment, from.at(), from.id(), limit + 1));
  }

  /**
   * How many threads were written in after a moment; what is beyond {@code most} is not counted.
   */
  public int countSince(Viewer viewer, Optional<BoardId> on, Instant moment, int most) {
    return ground
        .database()
        .read(
            tx -> {
              var boards = Views.boards(tx, ground, viewer).keySet();
              var asked = on.map(List::of).orElseGet(() -> List.copyOf(boards));
              return asked.isEmpty() || !boards.containsAll(asked)
                  ? 0
                  : dao(tx).countSince(asked, moment, most);
            });
  }

  /** Open threads with no reply. */
  public Slice<ThreadView> unanswered(
      Viewer viewer, Optional<BoardId> on, Optional<Cursor> after, int limit) {
    var from = after.orElse(ThreadLists.START);
    return lists.read(
        viewer,
        limit,
        (tx, boards) ->
            only(boards, on, of -> dao(tx).unanswered(of, from.at(), from.id(), limit + 1)));
  }

  /** Threads in which the member has bookmarked a post. */
  public Slice<ThreadView> bookmarked(Viewer.Member member, Optional<Cursor> after, int limit) {
    var from = after.orElse(ThreadLists.START);
    return lists.read(
        member,
        limit,
        (tx, boards) -> dao(tx).bookmarked(member.id(), boards, from.at(), from.id(), limit + 1));
  }

  /** A board's threads, the newest first; {@link #cursorByStart} goes on. */
  public Slice<ThreadView> byStart(
      Viewer viewer, BoardId board, Optional<Cursor> after, int limit) {
    var from = after.orElse(ThreadLists.START);
    return lists.read(
        viewer,
        limit,
        (tx, boards) ->
            only(
                boards,
                Optional.of(board),
                _ -> dao(tx).byStart(board, from.at(), from.id(), limit + 1)));
  }

  /** The threads that a viewer may read by their ids, for who reads all of them. */
  public List<ForumThread> byId(Viewer viewer, long after, int limit) {
    return ground
        .database()
        .read(
            tx -> {
              var boards = Views.boards(tx, ground, viewer).keySet();
              return boards.isEmpty() ? List.of() : dao(tx).byId(boards, after, limit);
            });
  }

  /** Where stretches of so many threads begin: after each of these ids, the first of them 0. */
  public List<Long> stretches(Viewer viewer, int each, int most) {
    var starts = new ArrayList<Long>();
    long after = 0;
    while (starts.size() < most) {
      var stretch = stretch(viewer, after, each);
      if (stretch.number() > 0) {
        starts.add(after);
      }
      if (stretch.number() < each) {
        break;
      }
      after = stretch.last().orElseThrow();
    }
    return starts;
  }

  private ReadingDao.Stretch stretch(Viewer viewer, long after, int each) {
    return ground
        .database()
        .read(
            tx -> {
              var boards = Views.boards(tx, ground, viewer).keySet();
              return boards.isEmpty()
                  ? new ReadingDao.Stretch(Optional.empty(), 0)
                  : dao(tx).stretch(boards, after, each);
            });
  }

  /** The last post of each of these threads, in their order. */
  public List<PlacedPost> lastPosts(Viewer viewer, List<ThreadView> threads) {
    var ids = threads.stream().map(view -> view.thread().lastPost()).toList();
    if (ids.isEmpty()) {
      return List.of();
    }
    return ground
        .database()
        .read(
            tx -> {
              var boards = Views.boards(tx, ground, viewer);
              var rows =
                  tx.dao(PostsDao.class).all(ids).stream()
                      .filter(row -> row.deletedAt().isEmpty())
                      .toList();
              return PostLists.placed(tx, ground, boards, rows).stream()
                  .filter(placed -> placed.thread() != null && placed.thread().board() != null)
                  .sorted(Comparator.comparingInt(placed -> ids.indexOf(placed.post().id())))
                  .toList();
            });
  }

  public static Cursor cursorByStart(ThreadView view) {
    return new Cursor(view.thread().startedAt(), view.id().value());
  }

  private interface Of {
    List<ForumThread> rows(Collection<BoardId> boards);
  }

  private static List<ForumThread> only(
      Collection<BoardId> readable, Optional<BoardId> on, Of query) {
    return on.map(
            board -> readable.contains(board) ? query.rows(List.of(board)) : List.<ForumThread>of())
        .orElseGet(() -> query.rows(readable));
  }

  private static ReadingDao dao(Tx tx) {
    return tx.dao(ReadingDao.class);
  }
}
