package postern.threads;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import postern.kernel.BoardId;
import postern.kernel.ThreadId;

/**
 * What one viewer has read of the threads that were asked about.
 *
 * @param numbers the highest post seen of each thread that was ever opened
 * @param floor what was written up to this moment counts as read everywhere
 * @param floors the same for single boards
 */
public record Seen(Map<ThreadId, Integer> numbers, Instant floor, Map<BoardId, Instant> floors) {
  /** For visitors: nothing is unread to who has no marks. */
  public static final Seen ALL = new Seen(Map.of(), Instant.MAX, Map.of());

  public Seen {
    numbers = Map.copyOf(numbers);
    floors = Map.copyOf(floors);
  }

  /** The highest post seen; 0 for a thread that was never opened. */
  public int upTo(ThreadId thread) {
    return numbers.getOrDefault(thread, 0);
  }

  public boolean unread(ForumThread thread) {
    return upTo(thread.id()) < thread.lastNumber()
        && thread.lastPostAt().isAfter(floor(thread.board()));
  }

  /** Whether one post of the thread was not seen. */
  public boolean unread(ForumThread thread, Post post) {
    return post.number() > upTo(thread.id()) && post.createdAt().isAfter(floor(thread.board()));
  }

  /**
   * The number of the first post that was not seen; empty for an old thread that was never opened,
   * where only the last post is sure to be new.
   */
  public OptionalInt firstUnread(ForumThread thread) {
    int next = Math.min(upTo(thread.id()) + 1, thread.lastNumber());
    return next > 1 || thread.startedAt().isAfter(floor(thread.board()))
        ? OptionalInt.of(next)
        : OptionalInt.empty();
  }

  Instant floor(BoardId board) {
    var own = floors.getOrDefault(board, floor);
    return own.isAfter(floor) ? own : floor;
  }
}
