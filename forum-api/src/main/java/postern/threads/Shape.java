package postern.threads;

import java.time.Instant;
import java.util.Optional;
import postern.kernel.BoardId;
import postern.kernel.MemberId;
import postern.kernel.PostId;

/** A thread while it is being changed. */
final class Shape {
  private final ForumThread was;
  private BoardId board;
  private String title;
  private int lastNumber;
  private int shown;
  private PostId lastPost;
  private Instant lastPostAt;
  private MemberId lastAuthor;
  private Optional<String> pin;
  private Optional<String> lock;
  private Optional<String> hide;
  private Optional<String> move;
  private Optional<BoardId> movedFrom;

  private Shape(ForumThread was) {
    this.was = was;
    this.board = was.board();
    this.title = was.title();
    this.lastNumber = was.lastNumber();
    this.shown = was.shown();
    this.lastPost = was.lastPost();
    this.lastPostAt = was.lastPostAt();
    this.lastAuthor = was.lastAuthor();
    this.pin = was.pinReason();
    this.lock = was.lockReason();
    this.hide = was.hideReason();
    this.move = was.moveReason();
    this.movedFrom = was.movedFrom();
  }

  static Shape of(ForumThread thread) {
    return new Shape(thread);
  }

  Shape title(String words) {
    this.title = words;
    return this;
  }

  Shape numbers(int highest, int notDeleted) {
    this.lastNumber = highest;
    this.shown = notDeleted;
    return this;
  }

  Shape last(PostId post, Instant at, MemberId author) {
    this.lastPost = post;
    this.lastPostAt = at;
    this.lastAuthor = author;
    return this;
  }

  Shape pin(Optional<String> reason) {
    this.pin = reason;
    return this;
  }

  Shape lock(Optional<String> reason) {
    this.lock = reason;
    return this;
  }

  Shape hide(Optional<String> reason) {
    this.hide = reason;
    return this;
  }

  Shape move(BoardId to, Optional<String> reason, Optional<BoardId> from) {
    this.board = to;
    this.move = reason;
    this.movedFrom = from;
    return this;
  }

  ForumThread thread() {
    return new ForumThread(
        was.id(),
        board,
        title,
        was.author(),
        was.startedAt(),
        lastNumber,
        shown,
        lastPost,
        lastPostAt,
        lastAuthor,
        shown > 0 && hide.isEmpty(),
        pin,
        lock,
        hide,
        move,
        movedFrom);
  }
}
