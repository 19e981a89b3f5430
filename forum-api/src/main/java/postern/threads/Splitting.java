package postern.threads;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import postern.boards.Board;
import postern.kernel.PostId;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;
import postern.storage.Tx;

/**
 * One split of a thread while it is held.
 *
 * @param to the new thread's id
 * @param here the log's entry in the old thread; {@code there} is the one in the new
 */
record Splitting(
    Ground ground,
    Viewer.Member by,
    Seams.Wish wish,
    String title,
    ThreadId to,
    Ledger.Entry here,
    Ledger.Entry there) {
  Rearranged apply(Tx tx, Ground.Place place) {
    if (!ThreadPolicy.mayModerate(by, place.thread())) {
      return new Rearranged.NotAllowed();
    }
    var board =
        wish.board()
            .map(id -> Seams.board(tx, ground, by, id))
            .orElseGet(() -> Optional.of(place.board()));
    if (board.isEmpty()) {
      return new Rearranged.NoSuchBoard();
    }
    return split(tx, place.thread(), board.get());
  }

  private Rearranged split(Tx tx, ForumThread from, Board board) {
    var dao = tx.dao(SeamsDao.class);
    var chosen = dao.chosen(from.id(), wish.posts());
    if (chosen.size() < wish.posts().size()
        || chosen.getFirst().number() == 1
        || chosen.stream().allMatch(row -> row.deletedAt().isPresent())) {
      return new Rearranged.BadPosts();
    }
    var all = wish.rest() ? withRest(dao, from.id(), chosen) : wish.posts();
    if (all.size() > Seams.MOST_POSTS) {
      return new Rearranged.TooMany(Seams.MOST_POSTS);
    }
    return move(tx, from, board, dao.chosen(from.id(), all));
  }

  private static Set<PostId> withRest(SeamsDao dao, ThreadId thread, List<PostsDao.Row> chosen) {
    var all = new HashSet<PostId>();
    chosen.forEach(row -> all.add(row.id()));
    all.addAll(dao.after(thread, chosen.getLast().number(), Seams.MOST_POSTS + 1));
    return all;
  }

  private Rearranged move(Tx tx, ForumThread from, Board board, List<PostsDao.Row> rows) {
    var first = rows.stream().filter(row -> row.deletedAt().isEmpty()).findFirst().orElseThrow();
    var threads = tx.dao(ThreadsDao.class);
    threads.insert(to, board.id(), title, first.author(), first.id(), first.createdAt());
    var empty = threads.find(to).orElseThrow();
    Ledger.opened(tx, empty);
    int number = 0;
    for (var row : rows) {
      tx.dao(SeamsDao.class).move(row.id(), to, ++number);
    }
    int shown = (int) rows.stream().filter(row -> row.deletedAt().isEmpty()).count();
    var made =
        Ledger.write(tx, empty, Ledger.newest(tx, to, Shape.of(empty).numbers(number, shown)));
    var left = Shape.of(from).numbers(from.lastNumber(), from.shown() - shown);
    Ledger.write(tx, from, Ledger.newest(tx, from.id(), left));
    tell(tx, from, made, rows.getFirst().number() - 1, shown);
    return new Rearranged.Done(made, first.id());
  }

  private void tell(Tx tx, ForumThread from, ForumThread made, int after, int shown) {
    tx.dao(SeamsDao.class)
        .keep(
            new SeamsDao.Row(
                here.id(),
                from.id(),
                after,
                Seam.Kind.LEFT,
                shown,
                Optional.of(to),
                Optional.empty(),
                here.reason(),
                ground.now()));
    Ledger.log(tx, ground, from, Optional.empty(), here);
    Ledger.log(tx, ground, made, Optional.empty(), there);
    var jobs = ground.jobs();
    jobs.publish(tx, new ThreadEvent.ThreadSplit(from.id(), to, by.id()));
    jobs.publish(tx, new ThreadEvent.ThreadMarked(from.id(), here.action(), by.id()));
    jobs.publish(tx, new ThreadEvent.ThreadMarked(to, here.action(), by.id()));
  }
}
