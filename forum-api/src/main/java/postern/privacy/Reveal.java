package postern.privacy;

import java.time.Duration;
import java.time.Instant;

/** What a viewer gets who looks for a member's address. */
public sealed interface Reveal {
  /**
   * Not for this viewer; also the answer where there is no address, so that the two cannot be told
   * apart.
   */
  record Hidden() implements Reveal {}

  /** Elected, or one's own. */
  record Shown(VisibleAddress address, Instant since) implements Reveal {}

  /** This viewer opened more addresses than anybody reads. */
  record TooMany(Duration retryAfter) implements Reveal {}
}
