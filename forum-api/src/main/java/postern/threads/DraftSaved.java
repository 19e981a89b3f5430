package postern.threads;

import java.time.Duration;
import java.time.Instant;

/** How the wish to keep a draft ended. */
public sealed interface DraftSaved {
  record Saved(Instant at) implements DraftSaved {}

  /** Nothing was typed, so there is no draft now. */
  record Dropped() implements DraftSaved {}

  /** No such place, or none where this member may write. */
  record NotFound() implements DraftSaved {}

  /** The title or the text is longer than what may be posted. */
  record TooLong(int limit) implements DraftSaved {}

  record TooMany(int limit) implements DraftSaved {}

  record TooSoon(Duration retryAfter) implements DraftSaved {}
}
