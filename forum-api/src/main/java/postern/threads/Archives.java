package postern.threads;

import java.util.Optional;
import postern.kernel.Line;
import postern.kernel.PostId;
import postern.kernel.ThreadId;
import postern.storage.Tx;

/**
 * Takes in what was written elsewhere, with its author and its time as they were. It answers to the
 * operator, asks no policy and tells no member. Bringing in the same post twice changes nothing.
 */
public final class Archives {
  private static final String NO_TITLE = "(no subject)";

  private final Ground ground;
  private final ThreadLimits limits;

  Archives(Ground ground, ThreadLimits limits) {
    this.ground = ground;
    this.limits = limits;
  }

  /** Where the post with this key stands, if it came in. */
  public Optional<Imported.Already> find(byte[] key) {
    return ground.database().read(tx -> already(tx, key));
  }

  public Imported keep(ImportedPost post) {
    var body = post.body().text();
    if (body.length() > limits.importedCharacters()) {
      return new Imported.TooLong(limits.importedCharacters());
    }
    var html = MailHtml.of(post.body()).html();
    var id = new PostId(ground.sources().ids().next());
    var newThread = new ThreadId(ground.sources().ids().next());
    return ground
        .database()
        .write(
            tx ->
                already(tx, post.key())
                    .<Imported>map(found -> found)
                    .orElseGet(
                        () ->
                            keep(
                                tx,
                                post,
                                post.thread().orElse(newThread),
                                written(post, id, body, html))));
  }

  private static Optional<Imported.Already> already(Tx tx, byte[] key) {
    return tx.dao(PostsDao.class)
        .imported(key)
        .map(row -> new Imported.Already(row.thread(), row.id()));
  }

  private Imported keep(Tx tx, ImportedPost imported, ThreadId thread, PostsDao.Written post) {
    if (imported.thread().isEmpty()) {
      Threads.keep(tx, ground, imported.board(), title(imported.title()), post.in(thread, 1));
      return kept(tx, thread, post.id(), 1);
    }
    var before = tx.dao(ThreadsDao.class).hold(thread);
    if (before.isEmpty()) {
      return new Imported.NoSuchThread();
    }
    var numbered = post.in(thread, before.get().lastNumber() + 1);
    tx.changing(Parts.of(before.get()), () -> tx.dao(PostsDao.class).insert(numbered));
    Ledger.appended(tx, ground, before.get(), numbered);
    return kept(tx, thread, post.id(), numbered.number());
  }

  private Imported kept(Tx tx, ThreadId thread, PostId post, int number) {
    ground.jobs().publish(tx, new ThreadEvent.PostImported(post, thread));
    return new Imported.Kept(thread, post, number);
  }

  private static PostsDao.Written written(ImportedPost post, PostId id, String body, String html) {
    return new PostsDao.Written(
        id,
        null,
        0,
        post.author(),
        post.writtenAt(),
        Post.Format.MAIL,
        body,
        html,
        Renderer.VERSION,
        post.key());
  }

  private String title(String subject) {
    int most = limits.titleCharacters();
    var line = Line.parse(subject, Integer.MAX_VALUE / 16).map(Line::text).orElse(NO_TITLE);
    return line.codePointCount(0, line.length()) <= most
        ? line
        : line.substring(0, line.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
  }
}
