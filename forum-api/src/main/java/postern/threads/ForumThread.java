package postern.threads;

import java.time.Instant;
import java.util.Optional;
import postern.kernel.BoardId;
import postern.kernel.MemberId;
import postern.kernel.PostId;
import postern.kernel.ThreadId;

/**
 * A discussion on a board.
 *
 * @param lastNumber the highest number a post of it ever had; numbers run from 1, with a gap where
 *     posts were split off
 * @param shown how many of its posts are not deleted; one less is the number of replies
 * @param lastPost the last post that is not deleted
 * @param listed whether lists show it: it is not hidden, and there is something to read in it
 * @param pinReason why it stands first on its board, when it does; so with the other reasons
 * @param movedFrom the board it was on before, when it was moved; whether the viewer may know of
 *     that board is theirs to check who show it
 */
public record ForumThread(
    ThreadId id,
    BoardId board,
    String title,
    MemberId author,
    Instant startedAt,
    int lastNumber,
    int shown,
    PostId lastPost,
    Instant lastPostAt,
    MemberId lastAuthor,
    boolean listed,
    Optional<String> pinReason,
    Optional<String> lockReason,
    Optional<String> hideReason,
    Optional<String> moveReason,
    Optional<BoardId> movedFrom) {
  public boolean pinned() {
    return pinReason.isPresent();
  }

  public boolean locked() {
    return lockReason.isPresent();
  }

  public boolean hidden() {
    return hideReason.isPresent();
  }

  public int replies() {
    return Math.max(0, shown - 1);
  }

  /** The decoration of its address; {@code /t/{id}/{slug}}. */
  public String slug() {
    return Slugs.of(title);
  }
}
