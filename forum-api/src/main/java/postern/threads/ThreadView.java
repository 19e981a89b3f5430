package postern.threads;

import java.util.Optional;
import postern.accounts.Author;
import postern.boards.Board;
import postern.kernel.ThreadId;

/**
 * A thread with what a page says about it.
 *
 * @param starter who started it
 * @param last who wrote the last post that is not deleted
 * @param movedFrom the board it was moved from, where the viewer may read that one
 */
public record ThreadView(
    ForumThread thread, Board board, Author starter, Author last, Optional<Board> movedFrom) {
  public ThreadId id() {
    return thread.id();
  }
}
