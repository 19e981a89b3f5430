package postern.threads;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import postern.boards.Board;
import postern.http.Cursor;
import postern.kernel.PostId;
import postern.kernel.Slice;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;
import postern.storage.Tx;
import postern.threads.LogEntry.Action;

/**
 * Posts that wait for a moderator. They are kept apart from those that stand, so no list, count,
 * feed or search can show one. A post that is approved keeps its id and stands at the end of its
 * thread as if it were written at that moment: with the next number and with the time of the
 * approval, so that who reads on meets it.
 */
public final class HeldPosts {
  private static final int MOST = 100;
  private static final Duration REFUSED_STAY = Duration.ofDays(30);

  private final Ground ground;
  private final Texts texts;

  HeldPosts(Ground ground, Texts texts) {
    this.ground = ground;
    this.texts = texts;
  }

  /** One of the viewer's own, or on a board that they moderate. */
  public Optional<HeldPost> find(Viewer viewer, PostId id) {
    return ground.database().read(tx -> find(tx, viewer, id));
  }

  /** As {@link #find(Viewer, PostId)}, together with what the caller reads. */
  public Optional<HeldPost> find(Tx tx, Viewer viewer, PostId id) {
    return tx.dao(HeldPostsDao.class).find(id).flatMap(row -> seen(tx, viewer, row));
  }

  /** Whether a post waits still, whoever may see it. */
  public boolean waits(Tx tx, PostId id) {
    return tx.dao(HeldPostsDao.class).find(id).filter(row -> row.refusedAt().isEmpty()).isPresent();
  }

  /** What waits in a thread: the viewer's own, or all of it for its moderators. */
  public List<HeldPost> inThread(Viewer viewer, ThreadId thread) {
    return switch (viewer) {
      case Viewer.Guest _ -> List.of();
      case Viewer.Member _ ->
          ground
              .database()
              .read(tx -> seen(tx, viewer, tx.dao(HeldPostsDao.class).inThread(thread, MOST)));
    };
  }

  /** The viewer's own, newest first, with those that were refused lately. */
  public List<HeldPost> own(Viewer viewer) {
    return switch (viewer) {
      case Viewer.Guest _ -> List.of();
      case Viewer.Member member ->
          ground
              .database()
              .read(tx -> seen(tx, viewer, tx.dao(HeldPostsDao.class).by(member.id(), MOST)));
    };
  }

  /** What waits on the boards that the viewer moderates, the oldest first. */
  public Slice<HeldPost> waiting(Viewer viewer, Optional<Cursor> after, int limit) {
    var from = after.orElse(new Cursor(Instant.EPOCH, 0));
    return ground
        .database()
        .read(
            tx -> {
              var boards =
                  ground.boards().readable(tx, viewer).stream()
                      .map(Board::id)
                      .filter(viewer::moderates)
                      .toList();
              if (boards.isEmpty()) {
                return new Slice<>(List.of(), false);
              }
              var rows =
                  Slice.of(
                      tx.dao(HeldPostsDao.class).waiting(boards, from.at(), from.id(), limit + 1),
                      limit);
              return new Slice<>(seen(tx, viewer, rows.rows()), rows.more());
            });
  }

  /** What {@link #waiting} takes to go on after a post. */
  public static Cursor cursor(HeldPost post) {
    return new Cursor(post.writtenAt(), post.id().value());
  }

  /** Lets it stand. Moderators of its board only. */
  public HeldChanged approve(Viewer viewer, PostId id) {
    var found = find(viewer, id);
    if (found.isEmpty() || found.get().refusal().isPresent()) {
      return new HeldChanged.NotFound();
    }
    if (!(viewer instanceof Viewer.Member by) || !by.moderates(found.get().board().id())) {
      return new HeldChanged.NotAllowed();
    }
    var text = taken(found.get());
    var begun = new ThreadId(ground.sources().ids().next());
    var entry = entry(Action.APPROVE_POST, by, "");
    return ground
        .database()
        .write(
            tx ->
                tx.dao(HeldPostsDao.class)
                    .hold(id)
                    .flatMap(tx.dao(HeldPostsDao.class)::find)
                    .flatMap(row -> stand(tx, by, row, text, begun, entry))
                    .orElseGet(HeldChanged.NotFound::new));
  }

  /** Does not let it stand; its author reads the reason. Moderators of its board only. */
  public HeldChanged refuse(Viewer viewer, PostId id, String reason) {
    var why = texts.reason(reason);
    var found = find(viewer, id);
    if (found.isEmpty() || found.get().refusal().isPresent()) {
      return new HeldChanged.NotFound();
    }
    if (!(viewer instanceof Viewer.Member by) || !by.moderates(found.get().board().id())) {
      return new HeldChanged.NotAllowed();
    }
    if (why.isEmpty()) {
      return new HeldChanged.BadReason(texts.limits().reasonCharacters());
    }
    var entry = entry(Action.REFUSE_POST, by, why.get());
    return ground
        .database()
        .write(
            tx ->
                tx.dao(HeldPostsDao.class)
                    .hold(id)
                    .map(_ -> refuse(tx, by, found.get(), entry))
                    .orElseGet(HeldChanged.NotFound::new));
  }

  /** Takes back what the viewer wrote, or puts away what was refused. */
  public HeldChanged withdraw(Viewer viewer, PostId id) {
    var found = find(viewer, id);
    if (found.isEmpty()) {
      return new HeldChanged.NotFound();
    }
    if (!(viewer instanceof Viewer.Member by) || !by.id().equals(found.get().author().id())) {
      return new HeldChanged.NotAllowed();
    }
    int gone =
        ground
            .database()
            .write(
                tx -> {
                  ground.jobs().publish(tx, new ThreadEvent.PostWithdrawn(id, by.id()));
                  return tx.dao(HeldPostsDao.class).remove(id);
                });
    return gone == 0 ? new HeldChanged.NotFound() : new HeldChanged.Withdrawn();
  }

  int sweep() {
    var before = ground.now().minus(REFUSED_STAY);
    return ground.database().write(tx -> tx.dao(HeldPostsDao.class).sweep(before));
  }

  private Optional<HeldChanged> stand(
      Tx tx,
      Viewer.Member by,
      HeldPostsDao.Row row,
      Texts.Taken text,
      ThreadId begun,
      Ledger.Entry entry) {
    var where =
        row.thread().isEmpty()
            ? ground
                .boards()
                .find(tx, by, row.board())
                .map(
                    board ->
                        Threads.begin(
                            tx,
                            ground,
                            board.id(),
                            begun,
                            row.title().orElseThrow(),
                            post(row, text)))
            : ground
                .hold(tx, by, row.thread().get())
                .map(place -> Posts.append(tx, ground, place.thread(), post(row, text)));
    where.ifPresent(
        number -> {
          tx.dao(HeldPostsDao.class).remove(row.id());
          var thread = tx.dao(ThreadsDao.class).find(row.thread().orElse(begun)).orElseThrow();
          Ledger.log(tx, ground, thread, Optional.of(row.id()), entry);
          ground.jobs().publish(tx, new ThreadEvent.PostApproved(row.id(), row.author(), by.id()));
        });
    return where.map(
        number -> new HeldChanged.Standing(row.thread().orElse(begun), row.id(), number));
  }

  private static Posts.New post(HeldPostsDao.Row row, Texts.Taken text) {
    return new Posts.New(row.id(), row.author(), text);
  }

  private HeldChanged refuse(Tx tx, Viewer.Member by, HeldPost post, Ledger.Entry entry) {
    tx.dao(HeldPostsDao.class).refuse(post.id(), ground.now(), entry.reason());
    // It never stood, so its thread's own log does not have it either.
    Ledger.note(
        tx,
        ground,
        new Ledger.Where(
            post.board().id(),
            post.thread().map(ForumThread::id),
            Optional.empty(),
            post.author().id()),
        entry);
    ground.jobs().publish(tx, new ThreadEvent.PostRefused(post.id(), post.author().id(), by.id()));
    return new HeldChanged.Refused();
  }

  /** Names may have come and gone since; where limits became lower, what was kept stands. */
  private Texts.Taken taken(HeldPost post) {
    return switch (texts.take(post.body())) {
      case Texts.Take.Good(var text) -> text;
      case Texts.Take.Bad _ ->
          new Texts.Taken(post.body(), new Rendering.Rendered(post.html(), Set.of(), Set.of()));
    };
  }

  private List<HeldPost> seen(Tx tx, Viewer viewer, List<HeldPostsDao.Row> rows) {
    return rows.stream().flatMap(row -> seen(tx, viewer, row).stream()).toList();
  }

  private Optional<HeldPost> seen(Tx tx, Viewer viewer, HeldPostsDao.Row row) {
    if (!(viewer instanceof Viewer.Member member)) {
      return Optional.empty();
    }
    boolean own = member.id().equals(row.author());
    boolean theirs = row.refusedAt().isEmpty() && member.moderates(row.board());
    var thread = row.thread().flatMap(id -> ground.place(tx, viewer, id)).map(Ground.Place::thread);
    return ground
        .boards()
        .find(tx, viewer, row.board())
        .filter(_ -> own || theirs)
        .filter(_ -> thread.isPresent() || row.thread().isEmpty())
        .map(board -> post(tx, board, thread, row));
  }

  private HeldPost post(Tx tx, Board board, Optional<ForumThread> thread, HeldPostsDao.Row row) {
    return new HeldPost(
        row.id(),
        thread,
        board,
        thread.map(ForumThread::title).or(row::title).orElseThrow(),
        ground.accounts().author(tx, row.author()),
        row.writtenAt(),
        row.body(),
        new SafeHtml(row.html()),
        row.why(),
        row.refusedAt().map(at -> new HeldPost.Refusal(at, row.refusal().orElse(""))));
  }

  private Ledger.Entry entry(Action action, Viewer.Member by, String reason) {
    return new Ledger.Entry(ground.sources().ids().next(), action, by.id(), reason);
  }
}
