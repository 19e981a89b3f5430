package postern.moderation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import postern.accounts.Author;
import postern.http.Cursor;
import postern.kernel.BoardId;
import postern.kernel.MemberId;
import postern.kernel.PostId;
import postern.kernel.Slice;
import postern.kernel.Viewer;
import postern.moderation.QueueDao.Row;
import postern.storage.Tx;
import postern.threads.HeldPost;
import postern.threads.PostLists.PlacedPost;

/** Puts posts, flags and people to the rows of the queue, for those who may decide them. */
final class QueueViews {
  private static final int EARLIER = 5;

  private final Bench bench;

  QueueViews(Bench bench) {
    this.bench = bench;
  }

  Slice<QueueItem> list(Tx tx, Viewer.Member by, Cursor from, int limit) {
    var rows = Slice.of(rows(tx, by, from, limit + 1), limit);
    return new Slice<>(items(tx, by, rows.rows()), rows.more());
  }

  int count(Tx tx, Viewer.Member by) {
    var dao = tx.dao(QueueDao.class);
    if (ModerationPolicy.moderatesAll(by)) {
      return dao.count(by.id());
    }
    var boards = boards(tx, by);
    return boards.isEmpty() ? 0 : dao.countOnBoards(boards, by.id());
  }

  Optional<QueueItem> find(Tx tx, Viewer.Member by, QueueItemId id) {
    return tx.dao(QueueDao.class)
        .find(id)
        .filter(Row::open)
        .filter(row -> sees(tx, by, row))
        .flatMap(row -> items(tx, by, List.of(row)).stream().findFirst());
  }

  /** Also what was decided, so that who comes second is told so. */
  boolean sees(Tx tx, Viewer.Member by, Row row) {
    var author = bench.accounts().author(tx, row.author());
    return !author.id().equals(by.id()) && ModerationPolicy.moderates(by, row.board());
  }

  private List<Row> rows(Tx tx, Viewer.Member by, Cursor from, int most) {
    var dao = tx.dao(QueueDao.class);
    if (ModerationPolicy.moderatesAll(by)) {
      return dao.list(by.id(), from.at(), from.id(), most);
    }
    var boards = boards(tx, by);
    return boards.isEmpty() ? List.of() : dao.onBoards(boards, by.id(), from.at(), from.id(), most);
  }

  private Set<BoardId> boards(Tx tx, Viewer.Member by) {
    return bench.boards().readable(tx, by).stream()
        .map(postern.boards.Board::id)
        .filter(by::moderates)
        .collect(Collectors.toSet());
  }

  private List<QueueItem> items(Tx tx, Viewer.Member by, List<Row> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    var answered = answered(tx, rows);
    var posts = posts(tx, by, rows, answered);
    var flags =
        tx.dao(QueueDao.class).flags(rows.stream().map(Row::id).toList()).stream()
            .collect(Collectors.groupingBy(QueueDao.FlagRow::item));
    var authors = bench.accounts().authors(tx, rows.stream().map(Row::author).distinct().toList());
    var held = held(tx, by, rows);
    return rows.stream()
        // The thread moved to a board of others, or the post is gone, and the row does not know it
        // yet.
        .filter(row -> stillTheirs(by, row, posts.get(row.id()), held.get(row.id())))
        .map(
            row ->
                item(
                    tx,
                    row,
                    flags.getOrDefault(row.id(), List.of()),
                    Optional.ofNullable(posts.get(row.id())),
                    Optional.ofNullable(held.get(row.id())),
                    Optional.ofNullable(answered.get(row.id())),
                    authors.get(row.author())))
        .toList();
  }

  private static boolean stillTheirs(Viewer.Member by, Row row, PlacedPost post, HeldPost held) {
    return switch (row.kind()) {
      case FLAGGED -> post != null && by.moderates(post.thread().board().id());
      case HELD -> held != null && by.moderates(held.board().id());
      case ANSWERED -> post == null || by.moderates(post.thread().board().id());
    };
  }

  private Map<QueueItemId, HeldPost> held(Tx tx, Viewer.Member by, List<Row> rows) {
    var found = new HashMap<QueueItemId, HeldPost>();
    for (var row : rows) {
      if (row.kind() == ItemKind.HELD) {
        bench
            .discussions()
            .heldPosts()
            .find(tx, by, new PostId(row.subject()))
            .ifPresent(post -> found.put(row.id(), post));
      }
    }
    return found;
  }

  private QueueItem item(
      Tx tx,
      Row row,
      List<QueueDao.FlagRow> flags,
      Optional<PlacedPost> post,
      Optional<HeldPost> held,
      Optional<Decision> answered,
      Author author) {
    return new QueueItem(
        row.id(),
        row.kind(),
        row.flags(),
        flags.stream().map(flag -> new QueueItem.Said(flag.reason(), flag.note())).toList(),
        row.openedAt(),
        row.turnAt(),
        post,
        held,
        answered,
        author,
        bench.accounts().member(tx, author.id()),
        earlier(tx, author.id()));
  }

  private static List<Decision> earlier(Tx tx, MemberId member) {
    return tx.dao(LogDao.class).about(member, Log.START.at(), Log.START.id(), EARLIER);
  }

  private static Map<QueueItemId, Decision> answered(Tx tx, List<Row> rows) {
    var found = new HashMap<QueueItemId, Decision>();
    for (var row : rows) {
      if (row.kind() == ItemKind.ANSWERED) {
        tx.dao(LogDao.class)
            .find(new DecisionId(row.subject()))
            .ifPresent(decision -> found.put(row.id(), decision));
      }
    }
    return found;
  }

  private Map<QueueItemId, PlacedPost> posts(
      Tx tx, Viewer.Member by, List<Row> rows, Map<QueueItemId, Decision> answered) {
    var asked = new HashMap<QueueItemId, PostId>();
    for (var row : rows) {
      subject(row, answered).forEach(post -> asked.put(row.id(), post));
    }
    var seen = bench.discussions().postLists().among(tx, by, Set.copyOf(asked.values()));
    var found = new HashMap<QueueItemId, PlacedPost>();
    asked.forEach(
        (item, post) -> Optional.ofNullable(seen.get(post)).ifPresent(at -> found.put(item, at)));
    return found;
  }

  private static Stream<PostId> subject(Row row, Map<QueueItemId, Decision> answered) {
    return switch (row.kind()) {
      case FLAGGED -> Stream.of(new PostId(row.subject()));
      case HELD -> Stream.empty();
      case ANSWERED -> Optional.ofNullable(answered.get(row.id())).flatMap(Decision::post).stream();
    };
  }
}
