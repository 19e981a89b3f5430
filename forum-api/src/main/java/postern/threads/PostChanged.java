package postern.threads;

import java.time.Duration;

/** How an edit, a deletion or a restoring of a post ended. */
public sealed interface PostChanged {
  /**
   * The post as the viewer may now see it. An edit that changes nothing ends so too and leaves no
   * revision.
   */
  record Changed(Post post) implements PostChanged {}

  /** No such post, or none that this viewer may read. */
  record NotFound() implements PostChanged {}

  /**
   * It is neither the viewer's own nor on a board of theirs; or it is deleted already; or they may
   * not write now.
   */
  record NotAllowed() implements PostChanged {}

  /** The thread is locked, so its authors change nothing any more. */
  record ThreadLocked() implements PostChanged {}

  record BadBody(TextFault fault) implements PostChanged {}

  /** A new post with this text would wait for a moderator, so it cannot come in by an edit. */
  record WouldWait() implements PostChanged {}

  /** The reason is longer than so many characters. */
  record BadReason(int limit) implements PostChanged {}

  record TooSoon(Duration retryAfter) implements PostChanged {}
}
