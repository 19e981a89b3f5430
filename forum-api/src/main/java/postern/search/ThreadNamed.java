package postern.search;

import postern.http.Origin;
import postern.kernel.BoardId;
import postern.kernel.ThreadId;
import postern.threads.ThreadView;

/** A thread, named. */
record ThreadNamed(ThreadId id, String title, String url) {
  /** The board it stands on. */
  record Place(BoardId id, String slug, String title) {}

  static ThreadNamed of(ThreadView view, Origin origin) {
    var thread = view.thread();
    return new ThreadNamed(
        thread.id(), thread.title(), origin.url("/t/" + thread.id() + "/" + thread.slug()));
  }

  static Place place(ThreadView view) {
    var board = view.board();
    return new Place(board.id(), board.slug(), board.title());
  }
}
