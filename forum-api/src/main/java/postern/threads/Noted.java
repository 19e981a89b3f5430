package postern.threads;

import java.time.Instant;
import java.util.Optional;
import postern.kernel.BoardId;
import postern.kernel.MemberId;
import postern.kernel.PostId;
import postern.kernel.ThreadId;
import postern.storage.Tx;

/**
 * Is told of each entry of a thread's log, in its transaction: the room above keeps the one log of
 * what moderators do.
 */
@FunctionalInterface
public interface Noted {
  /** For who keeps no such log. */
  Noted NOWHERE = (_, _) -> {};

  void noted(Tx tx, Note note);

  /**
   * @param id the entry's id, never given again
   * @param thread empty for a thread that was never begun
   * @param post where the action was about one post
   * @param author who wrote that post or, without one, who started the thread
   * @param reason may be empty
   */
  record Note(
      long id,
      LogEntry.Action action,
      MemberId by,
      BoardId board,
      Optional<ThreadId> thread,
      Optional<PostId> post,
      MemberId author,
      String reason,
      Instant at) {}
}
