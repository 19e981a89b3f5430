package postern.threads;

import java.time.Duration;
import postern.kernel.PostId;
import postern.kernel.ThreadId;

/** How the start of a thread ended. */
public sealed interface Started {
  record Posted(ThreadId thread, PostId post, String slug) implements Started {}

  /** It waits for a moderator; there is no thread yet. */
  record Held(PostId post) implements Started {}

  /** No such board, or none that this viewer may read. */
  record NotFound() implements Started {}

  /** The board does not let this viewer start threads. */
  record NotAllowed() implements Started {}

  /** The title is empty or longer than so many characters. */
  record BadTitle(int limit) implements Started {}

  record BadBody(TextFault fault) implements Started {}

  record TooSoon(Duration retryAfter) implements Started {}
}
