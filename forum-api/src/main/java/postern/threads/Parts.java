package postern.threads;

import java.util.Set;
import postern.kernel.BoardId;
import postern.kernel.ThreadId;
import postern.storage.Part;

/**
 * What pages are made from in this room: one thread with its posts, or the threads of one board.
 * Every change of a thread or a post tells its thread and its board, or it tells of everything.
 */
final class Parts {
  private Parts() {}

  static Set<Part> thread(ThreadId id) {
    return Set.of(Part.of("thread", id.value()));
  }

  static Set<Part> board(BoardId id) {
    return Set.of(Part.of("board", id.value()));
  }

  /** What shows a thread that stands on this board. */
  static Set<Part> of(ThreadId thread, BoardId board) {
    return Set.of(Part.of("thread", thread.value()), Part.of("board", board.value()));
  }

  static Set<Part> of(ForumThread thread) {
    return of(thread.id(), thread.board());
  }
}
