package postern.threads;

import java.util.Optional;
import postern.boards.Board;
import postern.boards.BoardPolicy;
import postern.kernel.BoardId;
import postern.kernel.PostId;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;
import postern.storage.Tx;
import postern.threads.LogEntry.Action;

/**
 * Starts and renames threads, and finds one. What a viewer may not read ends like what does not
 * exist. For lists see {@link ThreadLists}, for what stands in a thread {@link Posts}, for what
 * moderators do to it {@link Marks}.
 */
public final class Threads {
  private final Ground ground;
  private final Texts texts;
  private final Screening screening;

  Threads(Ground ground, Texts texts, Screening screening) {
    this.ground = ground;
    this.texts = texts;
    this.screening = screening;
  }

  public Optional<ThreadView> find(Viewer viewer, ThreadId id) {
    return ground
        .database()
        .read(
            tx ->
                ground
                    .place(tx, viewer, id)
                    .map(place -> Views.thread(tx, ground, viewer, place.thread())));
  }

  /**
   * Starts a thread with its first post, in Markdown, or keeps it until a moderator has read it.
   */
  public Started start(Viewer viewer, BoardId board, String title, String body) {
    if (!(viewer instanceof Viewer.Member by)) {
      return new Started.NotAllowed();
    }
    var line = texts.title(title);
    if (line.isEmpty()) {
      return new Started.BadTitle(texts.limits().titleCharacters());
    }
    return switch (texts.take(body)) {
      case Texts.Take.Bad(var fault) -> new Started.BadBody(fault);
      case Texts.Take.Good(var text) ->
          start(by, board, new Draft(newThread(), newPost(), line.get(), text));
    };
  }

  /** Renames a thread: its author while it is open, or a moderator, who may give a reason. */
  public ThreadChanged retitle(Viewer viewer, ThreadId id, String title, String reason) {
    if (!(viewer instanceof Viewer.Member by)) {
      return new ThreadChanged.NotAllowed();
    }
    var line = texts.title(title);
    var why = texts.perhapsReason(reason);
    if (line.isEmpty()) {
      return new ThreadChanged.BadTitle(texts.limits().titleCharacters());
    }
    if (why.isEmpty()) {
      return new ThreadChanged.BadReason(texts.limits().reasonCharacters());
    }
    var entry = new Ledger.Entry(ground.sources().ids().next(), Action.RETITLE, by.id(), why.get());
    return ground
        .database()
        .write(
            tx ->
                ground
                    .hold(tx, viewer, id)
                    .map(place -> retitle(tx, by, place, line.get(), entry))
                    .orElseGet(ThreadChanged.NotFound::new));
  }

  private record Draft(ThreadId thread, PostId post, String title, Texts.Taken text) {}

  private Started start(Viewer.Member by, BoardId id, Draft draft) {
    return ground
        .database()
        .write(
            tx ->
                ground
                    .boards()
                    .find(tx, by, id)
                    .map(board -> start(tx, by, board, draft))
                    .orElseGet(Started.NotFound::new));
  }

  private Started start(Tx tx, Viewer.Member by, Board board, Draft draft) {
    if (!BoardPolicy.mayStart(by, board)) {
      return new Started.NotAllowed();
    }
    var wait =
        ground
            .tooSoon(tx, texts.limits().threads(), by, board)
            .or(() -> screening.tooSoon(tx, by, board, true));
    if (wait.isPresent()) {
      return new Started.TooSoon(wait.get());
    }
    var wish =
        new Screening.Wish(
            draft.post(), Optional.empty(), Optional.of(draft.title()), draft.text());
    var why = screening.verdict(tx, by, board, wish);
    if (why.isPresent()) {
      return new Started.Held(screening.hold(tx, by, board, wish, why.get()));
    }
    var post = new Posts.New(draft.post(), by.id(), draft.text());
    begin(tx, ground, board.id(), draft.thread(), draft.title(), post);
    ReadMarks.wrote(tx, ground, by.id(), draft.thread(), 1);
    return new Started.Posted(draft.thread(), draft.post(), Slugs.of(draft.title()));
  }

  /** Begins a thread with a post that may stand, and says so; the post's number. */
  static int begin(
      Tx tx, Ground ground, BoardId board, ThreadId thread, String title, Posts.New made) {
    var post = made.written(ground, thread, 1);
    keep(tx, ground, board, title, post);
    var mentioned = made.text().rendered().mentioned();
    ground
        .jobs()
        .publish(
            tx, new ThreadEvent.ThreadStarted(thread, made.id(), board, made.author(), mentioned));
    return post.number();
  }

  static void keep(Tx tx, Ground ground, BoardId board, String title, PostsDao.Written post) {
    var threads = tx.dao(ThreadsDao.class);
    tx.changing(
        Parts.of(post.thread(), board),
        () -> {
          threads.insert(post.thread(), board, title, post.author(), post.id(), post.createdAt());
          tx.dao(PostsDao.class).insert(post);
        });
    Ledger.started(tx, ground, threads.find(post.thread()).orElseThrow());
  }

  private ThreadChanged retitle(
      Tx tx, Viewer.Member by, Ground.Place place, String title, Ledger.Entry entry) {
    var thread = place.thread();
    var starter = ground.accounts().author(tx, thread.author()).id();
    if (!ThreadPolicy.mayRetitle(by, place.board(), thread, starter)) {
      return new ThreadChanged.NotAllowed();
    }
    var wait = ground.tooSoon(tx, texts.limits().edits(), by, place.board());
    if (wait.isPresent()) {
      return new ThreadChanged.TooSoon(wait.get());
    }
    if (thread.title().equals(title)) {
      return new ThreadChanged.Changed(thread);
    }
    if (screening.wouldHold(tx, by, place.board(), title, "")) {
      return new ThreadChanged.WouldWait();
    }
    Ledger.log(tx, ground, thread, Optional.empty(), entry);
    ground.jobs().publish(tx, new ThreadEvent.ThreadMarked(thread.id(), Action.RETITLE, by.id()));
    return new ThreadChanged.Changed(Ledger.write(tx, thread, Shape.of(thread).title(title)));
  }

  private ThreadId newThread() {
    return new ThreadId(ground.sources().ids().next());
  }

  private PostId newPost() {
    return new PostId(ground.sources().ids().next());
  }
}
