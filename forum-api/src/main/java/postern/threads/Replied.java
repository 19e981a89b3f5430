package postern.threads;

import java.time.Duration;
import postern.kernel.PostId;

/** How a reply ended. */
public sealed interface Replied {
  record Posted(PostId post, int number) implements Replied {}

  /** It waits for a moderator, and has no number yet. */
  record Held(PostId post) implements Replied {}

  /** No such thread, or none that this viewer may read. */
  record NotFound() implements Replied {}

  /** The board does not let this viewer reply. */
  record NotAllowed() implements Replied {}

  record ThreadLocked() implements Replied {}

  record BadBody(TextFault fault) implements Replied {}

  record TooSoon(Duration retryAfter) implements Replied {}
}
