package postern.threads;

import java.util.HashSet;
import java.util.Optional;
import postern.kernel.BoardId;
import postern.kernel.MemberId;
import postern.kernel.PostId;
import postern.kernel.ThreadId;
import postern.storage.Tx;

/**
 * Writes a held thread back and keeps every count true to it. Every change of a thread goes through
 * here.
 */
final class Ledger {
  private Ledger() {}

  static void started(Tx tx, Ground ground, ForumThread thread) {
    tx.changing(Parts.of(thread), () -> count(tx, Optional.empty(), thread));
    ground.accounts().addPosts(tx, thread.author(), 1);
  }

  /** A thread was made of posts that stood elsewhere, so nobody wrote more. */
  static void opened(Tx tx, ForumThread thread) {
    count(tx, Optional.empty(), thread);
  }

  /** A thread is about to go, its posts stand elsewhere. */
  static void dropped(Tx tx, ForumThread thread) {
    tx.dao(CountsDao.class).board(thread.board(), -threads(thread), -posts(thread));
  }

  /** The shape with the thread's newest post, if there is one to read. */
  static Shape newest(Tx tx, ThreadId thread, Shape shape) {
    tx.dao(PostsDao.class)
        .lastShown(thread)
        .ifPresent(last -> shape.last(last.id(), last.createdAt(), last.author()));
    return shape;
  }

  static ForumThread write(Tx tx, ForumThread before, Shape shape) {
    var after = shape.thread();
    var shownBy = new HashSet<>(Parts.of(before));
    shownBy.addAll(Parts.of(after));
    tx.changing(
        shownBy,
        () -> {
          tx.dao(ThreadsDao.class).update(after);
          count(tx, Optional.of(before), after);
        });
    return after;
  }

  /** One more post stands at the end. */
  static void appended(Tx tx, Ground ground, ForumThread before, PostsDao.Written post) {
    var shape =
        Shape.of(before)
            .numbers(post.number(), before.shown() + 1)
            .last(post.id(), post.createdAt(), post.author());
    write(tx, before, shape);
    ground.accounts().addPosts(tx, post.author(), 1);
  }

  /** A post was deleted (-1) or restored (1), so another may stand last. */
  static void recount(Tx tx, Ground ground, ForumThread before, MemberId author, int change) {
    var shape = Shape.of(before).numbers(before.lastNumber(), before.shown() + change);
    write(tx, before, newest(tx, before.id(), shape));
    ground.accounts().addPosts(tx, author, change);
  }

  static void log(Tx tx, Ground ground, ForumThread thread, Optional<PostId> post, Entry entry) {
    tx.dao(CountsDao.class)
        .log(
            entry.id(),
            thread.id(),
            post.orElse(null),
            entry.action(),
            entry.by(),
            entry.reason(),
            ground.now());
    var author =
        post.flatMap(id -> tx.dao(PostsDao.class).find(id))
            .map(PostsDao.Row::author)
            .orElse(thread.author());
    note(tx, ground, new Where(thread.board(), Optional.of(thread.id()), post, author), entry);
  }

  /** Where something was done, and whom it concerns. */
  record Where(BoardId board, Optional<ThreadId> thread, Optional<PostId> post, MemberId author) {}

  /** Tells the room above alone, which keeps the one log. */
  static void note(Tx tx, Ground ground, Where where, Entry entry) {
    ground
        .noted()
        .noted(
            tx,
            new Noted.Note(
                entry.id(),
                entry.action(),
                entry.by(),
                where.board(),
                where.thread(),
                where.post(),
                where.author(),
                entry.reason(),
                ground.now()));
  }

  /** What is to be written into the log; the id was drawn before the transaction. */
  record Entry(long id, LogEntry.Action action, MemberId by, String reason) {}

  private static void count(Tx tx, Optional<ForumThread> before, ForumThread after) {
    var counts = tx.dao(CountsDao.class);
    if (before.isPresent() && before.get().board().equals(after.board())) {
      int threads = threads(after) - threads(before.get());
      int posts = posts(after) - posts(before.get());
      if (threads != 0 || posts != 0) {
        counts.board(after.board(), threads, posts);
      }
    } else {
      before.ifPresent(was -> counts.board(was.board(), -threads(was), -posts(was)));
      counts.board(after.board(), threads(after), posts(after));
    }
  }

  private static int threads(ForumThread thread) {
    return thread.listed() ? 1 : 0;
  }

  private static int posts(ForumThread thread) {
    return thread.listed() ? thread.shown() : 0;
  }
}
