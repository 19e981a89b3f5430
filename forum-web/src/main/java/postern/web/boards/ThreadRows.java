package postern.web.boards;

import java.util.List;
import java.util.Optional;
import postern.threads.ThreadView;
import postern.web.Count;
import postern.web.People;
import postern.web.Visit;

/** Lists of threads, as pages show them. */
final class ThreadRows {
  private ThreadRows() {}

  /** With each thread's board beside it. */
  static List<ThreadRow> withBoards(Visit visit, List<ThreadView> threads) {
    return threads.stream()
        .map(view -> row(visit, view, Optional.of(BoardLinks.of(view.board()))))
        .toList();
  }

  static List<ThreadRow> onOneBoard(Visit visit, List<ThreadView> threads) {
    return threads.stream().map(view -> row(visit, view, Optional.empty())).toList();
  }

  private static ThreadRow row(Visit visit, ThreadView view, Optional<BoardLink> board) {
    var thread = view.thread();
    return new ThreadRow(
        thread.title(),
        "/t/" + thread.id() + "/" + thread.slug(),
        board,
        People.name(view.starter()),
        People.name(view.last()),
        visit.when(thread.lastPostAt()),
        Count.replies(thread.replies()),
        thread.pinned(),
        thread.locked(),
        thread.hidden(),
        false);
  }
}
