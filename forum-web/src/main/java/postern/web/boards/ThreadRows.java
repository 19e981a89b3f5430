package postern.web.boards;

import java.util.List;
import java.util.Optional;
import postern.kernel.ThreadId;
import postern.threads.ForumThread;
import postern.threads.Seen;
import postern.threads.ThreadView;
import postern.web.Count;
import postern.web.Desk;
import postern.web.People;
import postern.web.Visit;

/**
 * Lists of threads, as pages show them: with what the viewer has not read, where they have marks.
 */
public final class ThreadRows {
  private ThreadRows() {}

  /** With each thread's board beside it. */
  public static List<ThreadRow> withBoards(Desk desk, Visit visit, List<ThreadView> threads) {
    var seen = desk.reading().marks().seen(visit.viewer(), threads);
    return threads.stream()
        .map(view -> row(visit, view, Optional.of(BoardLinks.of(view.board())), seen))
        .toList();
  }

  static List<ThreadRow> onOneBoard(Desk desk, Visit visit, List<ThreadView> threads) {
    var seen = desk.reading().marks().seen(visit.viewer(), threads);
    return threads.stream().map(view -> row(visit, view, Optional.empty(), seen)).toList();
  }

  private static ThreadRow row(Visit visit, ThreadView view, Optional<BoardLink> board, Seen seen) {
    var thread = view.thread();
    boolean unread = seen.unread(thread);
    return new ThreadRow(
        thread.title(),
        unread ? onward(thread, seen) : start(thread),
        board,
        People.name(view.starter()),
        People.name(view.last()),
        visit.when(thread.lastPostAt()),
        Count.replies(thread.replies()),
        thread.pinned(),
        thread.locked(),
        thread.hidden(),
        unread);
  }

  private static String onward(ForumThread thread, Seen seen) {
    return seen.firstUnread(thread).orElse(0) == 1 ? start(thread) : start(thread.id()) + "/unread";
  }

  private static String start(ForumThread thread) {
    return start(thread.id()) + "/" + thread.slug();
  }

  private static String start(ThreadId id) {
    return "/t/" + id;
  }
}
