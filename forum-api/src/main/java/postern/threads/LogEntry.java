package postern.threads;

import java.time.Instant;
import java.util.Optional;
import postern.accounts.Author;
import postern.kernel.PostId;

/** What was done to a thread, by whom and why; for its moderators. */
public record LogEntry(
    long id, Action action, Optional<PostId> post, Author actor, String reason, Instant at) {
  public enum Action {
    LOCK,
    UNLOCK,
    PIN,
    UNPIN,
    HIDE,
    SHOW,
    MOVE,
    MOVE_BACK,
    MERGE,
    SPLIT,
    RETITLE,
    EDIT_POST,
    DELETE_POST,
    RESTORE_POST,
    APPROVE_POST,
    REFUSE_POST
  }
}
