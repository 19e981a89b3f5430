package postern.threads;

import java.util.Optional;
import java.util.function.Function;
import postern.http.RateLimits;
import postern.kernel.MemberId;
import postern.kernel.PostId;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;
import postern.storage.Tx;
import postern.threads.LogEntry.Action;

/**
 * Replies, and what becomes of posts later: edited, deleted, restored. A number is given once and
 * stays with its post, deleted or not. For reading see {@link PostLists}.
 */
public final class Posts {
  private final Ground ground;
  private final Texts texts;
  private final Screening screening;

  Posts(Ground ground, Texts texts, Screening screening) {
    this.ground = ground;
    this.texts = texts;
    this.screening = screening;
  }

  /** What a text would become if this viewer posted it, exactly. Nothing is kept. */
  public Previewed preview(Viewer viewer, String body) {
    if (!(viewer instanceof Viewer.Member by)) {
      return new Previewed.NotAllowed();
    }
    return switch (ground.rates().take(texts.limits().previews(), by.id().toString())) {
      case RateLimits.Taken.TooMany(var wait) -> new Previewed.TooSoon(wait);
      case RateLimits.Taken.Allowed _ ->
          switch (texts.take(body)) {
            case Texts.Take.Good(var text) -> new Previewed.Shown(text.rendered().html());
            case Texts.Take.Bad(var fault) -> new Previewed.BadBody(fault);
          };
    };
  }

  /**
   * Adds a post, in Markdown, at the end of a thread, or keeps it until a moderator has read it.
   */
  public Replied reply(Viewer viewer, ThreadId id, String body) {
    if (!(viewer instanceof Viewer.Member by)) {
      return new Replied.NotAllowed();
    }
    return switch (texts.take(body)) {
      case Texts.Take.Bad(var fault) -> new Replied.BadBody(fault);
      case Texts.Take.Good(var text) -> {
        var post = new PostId(ground.sources().ids().next());
        yield ground
            .database()
            .write(
                tx ->
                    ground
                        .hold(tx, by, id)
                        .map(place -> reply(tx, by, place, post, text))
                        .orElseGet(Replied.NotFound::new));
      }
    };
  }

  /**
   * Puts a new text in the place of the old one, which stays as a revision. A moderator may give a
   * reason.
   */
  public PostChanged edit(Viewer viewer, PostId id, String body, String reason) {
    return ground.database().write(editing(viewer, id, body, reason)::apply);
  }

  /** As {@link #edit}, for the caller's own transaction; the text is taken before it. */
  public Function<Tx, PostChanged> editing(Viewer viewer, PostId id, String body, String reason) {
    return switch (texts.take(body)) {
      case Texts.Take.Bad(var fault) -> _ -> new PostChanged.BadBody(fault);
      case Texts.Take.Good(var text) ->
          changing(viewer, id, Action.EDIT_POST, reason, scene -> edit(scene, text));
    };
  }

  /**
   * Takes a post out of sight: its author, or a moderator, who may give a reason. Nothing is lost.
   */
  public PostChanged delete(Viewer viewer, PostId id, String reason) {
    return ground.database().write(deleting(viewer, id, reason)::apply);
  }

  /** As {@link #delete}, for the caller's own transaction. */
  public Function<Tx, PostChanged> deleting(Viewer viewer, PostId id, String reason) {
    return changing(viewer, id, Action.DELETE_POST, reason, this::delete);
  }

  /** Moderators only, whoever deleted it. */
  public PostChanged restore(Viewer viewer, PostId id, String reason) {
    return ground
        .database()
        .write(changing(viewer, id, Action.RESTORE_POST, reason, this::restore)::apply);
  }

  private Replied reply(Tx tx, Viewer.Member by, Ground.Place place, PostId id, Texts.Taken text) {
    var thread = place.thread();
    if (!ThreadPolicy.mayReply(by, place.board(), thread)) {
      return thread.locked() ? new Replied.ThreadLocked() : new Replied.NotAllowed();
    }
    var wait =
        ground
            .tooSoon(tx, texts.limits().replies(), by, place.board())
            .or(() -> screening.tooSoon(tx, by, place.board(), false));
    if (wait.isPresent()) {
      return new Replied.TooSoon(wait.get());
    }
    var wish = new Screening.Wish(id, Optional.of(thread.id()), Optional.empty(), text);
    var why = screening.verdict(tx, by, place.board(), wish);
    if (why.isPresent()) {
      return new Replied.Held(screening.hold(tx, by, place.board(), wish, why.get()));
    }
    int number = append(tx, ground, thread, new New(id, by.id(), text));
    ReadMarks.wrote(tx, ground, by.id(), thread.id(), number);
    return new Replied.Posted(id, number);
  }

  /** A post that may stand now. */
  record New(PostId id, MemberId author, Texts.Taken text) {
    PostsDao.Written written(Ground ground, ThreadId thread, int number) {
      return new PostsDao.Written(
          id,
          thread,
          number,
          author,
          ground.now(),
          Post.Format.MARKDOWN,
          text.body(),
          text.html(),
          Renderer.VERSION,
          null);
    }
  }

  /** Puts a post at the end of a held thread, and says so; its number. */
  static int append(Tx tx, Ground ground, ForumThread thread, New made) {
    var post = made.written(ground, thread.id(), thread.lastNumber() + 1);
    tx.changing(Parts.of(thread), () -> tx.dao(PostsDao.class).insert(post));
    Ledger.appended(tx, ground, thread, post);
    var rendered = made.text().rendered();
    ground
        .jobs()
        .publish(
            tx,
            new ThreadEvent.PostReplied(
                made.id(),
                thread.id(),
                thread.board(),
                made.author(),
                rendered.mentioned(),
                rendered.quoted()));
    return post.number();
  }

  /** A post that somebody wants to change, with its thread held. */
  private record Scene(
      Tx tx,
      Viewer.Member by,
      Ground.Place place,
      PostsDao.Row row,
      Post post,
      Ledger.Entry entry) {
    ForumThread thread() {
      return place.thread();
    }

    void changing(Runnable change) {
      tx.changing(Parts.of(thread()), change);
    }

    boolean ofAuthor() {
      return by.id().equals(post.author().id());
    }
  }

  private Function<Tx, PostChanged> changing(
      Viewer viewer, PostId id, Action action, String reason, Function<Scene, PostChanged> change) {
    if (!(viewer instanceof Viewer.Member by)) {
      return _ -> new PostChanged.NotAllowed();
    }
    var why = texts.perhapsReason(reason);
    if (why.isEmpty()) {
      return _ -> new PostChanged.BadReason(texts.limits().reasonCharacters());
    }
    var entry = new Ledger.Entry(ground.sources().ids().next(), action, by.id(), why.get());
    return tx -> scene(tx, by, id, entry).map(change).orElseGet(PostChanged.NotFound::new);
  }

  private Optional<Scene> scene(Tx tx, Viewer.Member by, PostId id, Ledger.Entry entry) {
    var posts = tx.dao(PostsDao.class);
    return posts
        .find(id)
        .flatMap(found -> ground.hold(tx, by, found.thread()))
        // Read again: the post may have changed before the thread was held.
        .map(place -> scene(tx, by, place, posts.find(id).orElseThrow(), entry));
  }

  private Scene scene(
      Tx tx, Viewer.Member by, Ground.Place place, PostsDao.Row row, Ledger.Entry entry) {
    return new Scene(tx, by, place, row, Views.post(tx, ground, row), entry);
  }

  private PostChanged edit(Scene scene, Texts.Taken text) {
    var refusal = refusal(scene);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    var row = scene.row();
    var posts = scene.tx().dao(PostsDao.class);
    if (row.format() == Post.Format.MARKDOWN && row.body().equals(text.body())) {
      return new PostChanged.Changed(scene.post());
    }
    if (screening.wouldHold(
        scene.tx(), scene.by(), scene.place().board(), text.body(), text.html())) {
      return new PostChanged.WouldWait();
    }
    posts.keepRevision(
        row.id(),
        row.format(),
        row.body(),
        row.editedAt().orElse(row.createdAt()),
        row.editedBy().orElse(row.author()));
    scene.changing(
        () ->
            posts.edit(
                row.id(),
                Post.Format.MARKDOWN,
                text.body(),
                text.html(),
                Renderer.VERSION,
                ground.now(),
                scene.by().id()));
    var mentioned = text.rendered().mentioned();
    return changed(
        scene, new ThreadEvent.PostEdited(row.id(), row.thread(), scene.by().id(), mentioned));
  }

  private PostChanged delete(Scene scene) {
    var refusal = refusal(scene);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    var row = scene.row();
    var posts = scene.tx().dao(PostsDao.class);
    scene.changing(
        () -> posts.delete(row.id(), ground.now(), scene.by().id(), scene.entry().reason()));
    Ledger.recount(scene.tx(), ground, scene.thread(), scene.post().author().id(), -1);
    return changed(scene, new ThreadEvent.PostDeleted(row.id(), row.thread(), scene.by().id()));
  }

  private PostChanged restore(Scene scene) {
    if (!ThreadPolicy.mayRestore(scene.by(), scene.place().board(), scene.thread(), scene.post())) {
      return new PostChanged.NotAllowed();
    }
    var row = scene.row();
    scene.changing(() -> scene.tx().dao(PostsDao.class).restore(row.id()));
    Ledger.recount(scene.tx(), ground, scene.thread(), scene.post().author().id(), 1);
    return changed(scene, new ThreadEvent.PostRestored(row.id(), row.thread(), scene.by().id()));
  }

  private Optional<PostChanged> refusal(Scene scene) {
    var board = scene.place().board();
    if (!ThreadPolicy.mayChange(scene.by(), board, scene.thread(), scene.post())) {
      boolean onlyLocked = ThreadPolicy.owns(scene.by(), scene.post()) && !scene.post().deleted();
      return Optional.of(
          onlyLocked ? new PostChanged.ThreadLocked() : new PostChanged.NotAllowed());
    }
    return ground
        .tooSoon(scene.tx(), texts.limits().edits(), scene.by(), board)
        .map(PostChanged.TooSoon::new);
  }

  /** What an author does to a post of their own is no business of the log. */
  private PostChanged changed(Scene scene, ThreadEvent event) {
    if (!scene.ofAuthor() || scene.entry().action() == Action.RESTORE_POST) {
      Ledger.log(scene.tx(), ground, scene.thread(), Optional.of(scene.row().id()), scene.entry());
    }
    ground.jobs().publish(scene.tx(), event);
    var now = scene.tx().dao(PostsDao.class).find(scene.row().id()).orElseThrow();
    return new PostChanged.Changed(now.post(scene.post().author()));
  }
}
