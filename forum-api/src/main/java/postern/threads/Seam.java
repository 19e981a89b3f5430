package postern.threads;

import java.time.Instant;
import java.util.Optional;

/**
 * Where posts came into a thread or left it.
 *
 * @param after the number of the post that it follows; the post itself may have gone too
 * @param posts how many of those that came or left could be read
 * @param other the thread that they moved to, where the viewer may read that one
 * @param title the title of the thread that they came from, which is no more
 */
public record Seam(
    int after,
    Kind kind,
    int posts,
    Optional<ForumThread> other,
    Optional<String> title,
    String reason,
    Instant at) {
  /** What happened here. */
  public enum Kind {
    /** Another thread was merged into this one. */
    CAME,
    /** Posts were split off. */
    LEFT
  }
}
