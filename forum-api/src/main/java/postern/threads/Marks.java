package postern.threads;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import postern.boards.BoardPolicy;
import postern.kernel.BoardId;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;
import postern.storage.Tx;
import postern.threads.LogEntry.Action;

/**
 * What moderators do to a thread: lock, pin, hide, move, each with a reason that its readers see,
 * and the undoing of each. Doing again what is done replaces the reason. Each is written into the
 * thread's log.
 */
public final class Marks {
  private static final int LONGEST_LOG = 200;

  private final Ground ground;
  private final Texts texts;

  Marks(Ground ground, Texts texts) {
    this.ground = ground;
    this.texts = texts;
  }

  /** Nobody but moderators replies or edits from now on. */
  public ThreadChanged lock(Viewer by, ThreadId id, String reason) {
    return mark(by, id, Action.LOCK, reason, Shape::lock);
  }

  public ThreadChanged unlock(Viewer by, ThreadId id, String reason) {
    return undo(by, id, Action.UNLOCK, reason, shape -> shape.lock(Optional.empty()));
  }

  /** The thread stands first on its board. */
  public ThreadChanged pin(Viewer by, ThreadId id, String reason) {
    return mark(by, id, Action.PIN, reason, Shape::pin);
  }

  public ThreadChanged unpin(Viewer by, ThreadId id, String reason) {
    return undo(by, id, Action.UNPIN, reason, shape -> shape.pin(Optional.empty()));
  }

  /** Nobody but moderators finds the thread. */
  public ThreadChanged hide(Viewer by, ThreadId id, String reason) {
    return mark(by, id, Action.HIDE, reason, Shape::hide);
  }

  public ThreadChanged show(Viewer by, ThreadId id, String reason) {
    return undo(by, id, Action.SHOW, reason, shape -> shape.hide(Optional.empty()));
  }

  /** To a board where this viewer may start threads. The thread keeps its address. */
  public ThreadChanged move(Viewer by, ThreadId id, BoardId to, String reason) {
    var why = texts.reason(reason);
    return why.isEmpty()
        ? badReason()
        : change(by, id, Action.MOVE, why.get(), (tx, thread) -> moved(tx, by, thread, to, why));
  }

  /** Back to the board it was moved from. */
  public ThreadChanged moveBack(Viewer by, ThreadId id, String reason) {
    var why = texts.perhapsReason(reason);
    return why.isEmpty()
        ? badReason()
        : change(
            by,
            id,
            Action.MOVE_BACK,
            why.get(),
            (tx, thread) ->
                thread.movedFrom().flatMap(from -> moved(tx, by, thread, from, Optional.empty())));
  }

  /** The last entries of a thread's log, newest first; empty for who does not moderate it. */
  public List<LogEntry> log(Viewer viewer, ThreadId id) {
    return ground
        .database()
        .read(
            tx ->
                ground
                    .place(tx, viewer, id)
                    .filter(place -> ThreadPolicy.mayModerate(viewer, place.thread()))
                    .map(place -> entries(tx, place.thread().id()))
                    .orElse(List.of()));
  }

  private List<LogEntry> entries(Tx tx, ThreadId id) {
    var logged = tx.dao(CountsDao.class).log(id, LONGEST_LOG);
    var actors = logged.stream().map(CountsDao.Logged::actor).collect(Collectors.toSet());
    var authors = ground.accounts().authors(tx, actors);
    return logged.stream()
        .map(
            entry ->
                new LogEntry(
                    entry.id(),
                    entry.action(),
                    entry.post(),
                    authors.get(entry.actor()),
                    entry.reason(),
                    entry.at()))
        .toList();
  }

  /** The thread's new shape; empty when the board to move to is none. */
  private interface Change {
    Optional<Shape> apply(Tx tx, ForumThread thread);
  }

  private ThreadChanged mark(
      Viewer by,
      ThreadId id,
      Action action,
      String reason,
      BiFunction<Shape, Optional<String>, Shape> mark) {
    return texts
        .reason(reason)
        .map(
            why ->
                change(
                    by,
                    id,
                    action,
                    why,
                    (_, thread) -> Optional.of(mark.apply(Shape.of(thread), Optional.of(why)))))
        .orElseGet(this::badReason);
  }

  private ThreadChanged undo(
      Viewer by, ThreadId id, Action action, String reason, UnaryOperator<Shape> undone) {
    return texts
        .perhapsReason(reason)
        .map(
            why ->
                change(
                    by,
                    id,
                    action,
                    why,
                    (_, thread) -> Optional.of(undone.apply(Shape.of(thread)))))
        .orElseGet(this::badReason);
  }

  private ThreadChanged change(
      Viewer viewer, ThreadId id, Action action, String reason, Change change) {
    if (!(viewer instanceof Viewer.Member by)) {
      return new ThreadChanged.NotAllowed();
    }
    var entry = new Ledger.Entry(ground.sources().ids().next(), action, by.id(), reason);
    return ground
        .database()
        .write(
            tx ->
                ground
                    .hold(tx, viewer, id)
                    .map(place -> change(tx, by, place.thread(), entry, change))
                    .orElseGet(ThreadChanged.NotFound::new));
  }

  private ThreadChanged change(
      Tx tx, Viewer.Member by, ForumThread thread, Ledger.Entry entry, Change change) {
    if (!ThreadPolicy.mayModerate(by, thread)) {
      return new ThreadChanged.NotAllowed();
    }
    var shape = change.apply(tx, thread);
    if (shape.isEmpty()) {
      return new ThreadChanged.NoSuchBoard();
    }
    Ledger.log(tx, ground, thread, Optional.empty(), entry);
    ground.jobs().publish(tx, new ThreadEvent.ThreadMarked(thread.id(), entry.action(), by.id()));
    return new ThreadChanged.Changed(Ledger.write(tx, thread, shape.get()));
  }

  private Optional<Shape> moved(
      Tx tx, Viewer by, ForumThread thread, BoardId to, Optional<String> reason) {
    return ground
        .boards()
        .find(tx, by, to)
        .filter(board -> BoardPolicy.mayStart(by, board) && !board.id().equals(thread.board()))
        .map(board -> Shape.of(thread).move(board.id(), reason, reason.map(_ -> thread.board())));
  }

  private ThreadChanged badReason() {
    return new ThreadChanged.BadReason(texts.limits().reasonCharacters());
  }
}
