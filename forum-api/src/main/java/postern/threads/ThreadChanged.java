package postern.threads;

import java.time.Duration;

/** How a change of a thread ended. */
public sealed interface ThreadChanged {
  record Changed(ForumThread thread) implements ThreadChanged {}

  /** No such thread, or none that this viewer may read. */
  record NotFound() implements ThreadChanged {}

  record NotAllowed() implements ThreadChanged {}

  /**
   * There is no board to move it to that this viewer may start threads on, or it is there already.
   */
  record NoSuchBoard() implements ThreadChanged {}

  /** The title is empty or longer than so many characters. */
  record BadTitle(int limit) implements ThreadChanged {}

  /** A thread with this title would wait for a moderator, so it cannot come in by a change. */
  record WouldWait() implements ThreadChanged {}

  /** A reason is needed, of no more than so many characters. */
  record BadReason(int limit) implements ThreadChanged {}

  record TooSoon(Duration retryAfter) implements ThreadChanged {}
}
