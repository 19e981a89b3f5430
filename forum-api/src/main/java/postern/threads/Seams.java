package postern.threads;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import postern.boards.Board;
import postern.boards.BoardPolicy;
import postern.kernel.BoardId;
import postern.kernel.PostId;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;
import postern.storage.Tx;
import postern.threads.LogEntry.Action;

/**
 * Merges threads and splits them, and shows where that was done. A post keeps its id, so its
 * address leads to wherever it stands now.
 *
 * <p>The posts of a merged thread get the numbers that follow the other's last one, in their own
 * order. Sorting both by time would give the other's posts new numbers, and with them every link
 * and page that somebody keeps would show something else. So a number that a thread has given stays
 * where it is, and none is given twice: a thread that posts left keeps the gap.
 */
public final class Seams {
  /** The most posts that can be split off at once. */
  public static final int MOST_POSTS = 1000;

  private final Ground ground;
  private final Texts texts;

  Seams(Ground ground, Texts texts) {
    this.ground = ground;
    this.texts = texts;
  }

  /** Where a merged thread went: for a viewer who may read it there. */
  public Optional<Followed> follow(Viewer viewer, ThreadId id) {
    return ground
        .database()
        .read(
            tx ->
                tx.dao(SeamsDao.class)
                    .merged(id)
                    .flatMap(
                        merged ->
                            ground
                                .place(tx, viewer, merged.intoThread())
                                .map(
                                    place ->
                                        new Followed(
                                            Views.thread(tx, ground, viewer, place.thread()),
                                            merged.numbersFrom()))));
  }

  /**
   * A thread that another one was merged into.
   *
   * @param numbersFrom by how much the numbers of the merged posts grew
   */
  public record Followed(ThreadView thread, int numbersFrom) {}

  /** The seams of a thread after posts with these numbers, in order; empty for who may not read. */
  public List<Seam> between(Viewer viewer, ThreadId id, int from, int to) {
    return ground
        .database()
        .read(
            tx ->
                ground
                    .place(tx, viewer, id)
                    .map(place -> seams(tx, viewer, place.thread(), from, to))
                    .orElse(List.of()));
  }

  /**
   * Puts all posts of a thread at the end of another; its own address leads there from then on. The
   * viewer moderates both. The reason stands in the thread and in its log.
   */
  public Rearranged merge(Viewer viewer, ThreadId from, ThreadId into, String reason) {
    var why = texts.reason(reason);
    if (!(viewer instanceof Viewer.Member by)) {
      return new Rearranged.NotAllowed();
    }
    if (why.isEmpty()) {
      return new Rearranged.BadReason(texts.limits().reasonCharacters());
    }
    var entry = entry(Action.MERGE, by, why.get());
    return from.equals(into)
        ? new Rearranged.NoSuchThread()
        : ground.database().write(tx -> merge(tx, by, from, into, entry));
  }

  /**
   * What is to be split off.
   *
   * @param posts which posts, the first one of the thread left out
   * @param rest also all posts after the last chosen one
   * @param board for the new thread; empty means the board where the posts stand
   */
  public record Wish(
      Set<PostId> posts, boolean rest, String title, Optional<BoardId> board, String reason) {
    public Wish {
      posts = Set.copyOf(posts);
    }
  }

  /**
   * Makes a new thread of some posts, in their order, on the same board or on another that the
   * viewer moderates too. The old place shows a line that leads there.
   */
  public Rearranged split(Viewer viewer, ThreadId id, Wish wish) {
    var why = texts.reason(wish.reason());
    var title = texts.title(wish.title());
    if (!(viewer instanceof Viewer.Member by)) {
      return new Rearranged.NotAllowed();
    }
    if (why.isEmpty()) {
      return new Rearranged.BadReason(texts.limits().reasonCharacters());
    }
    if (title.isEmpty()) {
      return new Rearranged.BadTitle(texts.limits().titleCharacters());
    }
    if (wish.posts().size() > MOST_POSTS) {
      return new Rearranged.TooMany(MOST_POSTS);
    }
    var entry = entry(Action.SPLIT, by, why.get());
    var to = new ThreadId(ground.sources().ids().next());
    var split = new Splitting(ground, by, wish, title.get(), to, entry, entry(entry));
    return wish.posts().isEmpty()
        ? new Rearranged.BadPosts()
        : ground
            .database()
            .write(
                tx ->
                    ground
                        .hold(tx, by, id)
                        .map(place -> split.apply(tx, place))
                        .orElseGet(Rearranged.NotFound::new));
  }

  /** Where a moderator may put a thread of their own making. */
  static Optional<Board> board(Tx tx, Ground ground, Viewer.Member by, BoardId id) {
    return ground
        .boards()
        .find(tx, by, id)
        .filter(board -> BoardPolicy.mayStart(by, board) && by.moderates(board.id()));
  }

  private Rearranged merge(
      Tx tx, Viewer.Member by, ThreadId fromId, ThreadId intoId, Ledger.Entry entry) {
    // Two merges at once take their threads in one order, so that neither waits for the other.
    boolean fromFirst = fromId.value() < intoId.value();
    var one = ground.hold(tx, by, fromFirst ? fromId : intoId);
    var other = ground.hold(tx, by, fromFirst ? intoId : fromId);
    var from = (fromFirst ? one : other).map(Ground.Place::thread);
    var into = (fromFirst ? other : one).map(Ground.Place::thread);
    if (from.isEmpty()) {
      return new Rearranged.NotFound();
    }
    if (!ThreadPolicy.mayModerate(by, from.get())) {
      return new Rearranged.NotAllowed();
    }
    if (into.isEmpty() || !ThreadPolicy.mayModerate(by, into.get())) {
      return new Rearranged.NoSuchThread();
    }
    return merge(tx, by, from.get(), into.get(), entry);
  }

  private Rearranged merge(
      Tx tx, Viewer.Member by, ForumThread from, ForumThread into, Ledger.Entry entry) {
    var dao = tx.dao(SeamsDao.class);
    int offset = into.lastNumber();
    var first = dao.first(from.id());
    dao.moveAll(from.id(), into.id(), offset);
    dao.moveLog(from.id(), into.id());
    dao.moveSeams(from.id(), into.id(), offset);
    dao.pointOn(from.id(), into.id());
    dao.leadOn(from.id(), into.id(), offset);
    tx.dao(HeldPostsDao.class).move(from.id(), into.id());
    dao.keepMerged(from.id(), into.id(), offset, ground.now());
    dao.keep(
        new SeamsDao.Row(
            entry.id(),
            into.id(),
            offset,
            Seam.Kind.CAME,
            from.shown(),
            Optional.empty(),
            Optional.of(from.title()),
            entry.reason(),
            ground.now()));
    Ledger.dropped(tx, from);
    dao.drop(from.id());
    var shape = Shape.of(into).numbers(offset + from.lastNumber(), into.shown() + from.shown());
    var after = Ledger.write(tx, into, Ledger.newest(tx, into.id(), shape));
    Ledger.log(tx, ground, after, Optional.empty(), entry);
    var jobs = ground.jobs();
    jobs.publish(tx, new ThreadEvent.ThreadMerged(from.id(), into.id(), by.id()));
    jobs.publish(tx, new ThreadEvent.ThreadMarked(into.id(), Action.MERGE, by.id()));
    return new Rearranged.Done(after, first);
  }

  private List<Seam> seams(Tx tx, Viewer viewer, ForumThread thread, int from, int to) {
    var rows = tx.dao(SeamsDao.class).between(thread.id(), from, to);
    var others =
        ThreadLists.byId(
            tx, rows.stream().flatMap(row -> row.other().stream()).collect(Collectors.toSet()));
    return rows.stream()
        .map(
            row ->
                new Seam(
                    row.after(),
                    row.kind(),
                    row.posts(),
                    row.other()
                        .flatMap(id -> Optional.ofNullable(others.get(id)))
                        .filter(other -> ground.sees(tx, viewer, other)),
                    row.title(),
                    row.reason(),
                    row.at()))
        .toList();
  }

  private Ledger.Entry entry(Action action, Viewer.Member by, String reason) {
    return new Ledger.Entry(ground.sources().ids().next(), action, by.id(), reason);
  }

  private Ledger.Entry entry(Ledger.Entry as) {
    return new Ledger.Entry(ground.sources().ids().next(), as.action(), as.by(), as.reason());
  }
}
