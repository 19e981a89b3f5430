package postern.threads;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import postern.accounts.Author;
import postern.boards.Board;
import postern.kernel.BoardId;
import postern.kernel.MemberId;
import postern.kernel.Viewer;
import postern.storage.Tx;

/** Puts names and boards to rows, for a whole list at once. */
final class Views {
  private Views() {}

  /** The boards that a viewer may read, by id. */
  static Map<BoardId, Board> boards(Tx tx, Ground ground, Viewer viewer) {
    return ground.boards().readable(tx, viewer).stream()
        .collect(Collectors.toMap(Board::id, Function.identity()));
  }

  /** Views of threads whose boards are among the readable ones. */
  static List<ThreadView> threads(
      Tx tx, Ground ground, Map<BoardId, Board> readable, Collection<ForumThread> threads) {
    var ids = new HashSet<MemberId>();
    for (var thread : threads) {
      ids.add(thread.author());
      ids.add(thread.lastAuthor());
    }
    var authors = ground.accounts().authors(tx, ids);
    return threads.stream().map(thread -> view(thread, readable, authors)).toList();
  }

  static ThreadView thread(Tx tx, Ground ground, Viewer viewer, ForumThread thread) {
    return threads(tx, ground, boards(tx, ground, viewer), List.of(thread)).getFirst();
  }

  static List<Post> posts(Tx tx, Ground ground, Collection<PostsDao.Row> rows) {
    var ids = rows.stream().map(PostsDao.Row::author).collect(Collectors.toSet());
    var authors = ground.accounts().authors(tx, ids);
    return rows.stream().map(row -> row.post(authors.get(row.author()))).toList();
  }

  static Post post(Tx tx, Ground ground, PostsDao.Row row) {
    return row.post(ground.accounts().author(tx, row.author()));
  }

  private static ThreadView view(
      ForumThread thread, Map<BoardId, Board> readable, Map<MemberId, Author> authors) {
    return new ThreadView(
        thread,
        readable.get(thread.board()),
        authors.get(thread.author()),
        authors.get(thread.lastAuthor()),
        thread.movedFrom().map(readable::get));
  }
}
