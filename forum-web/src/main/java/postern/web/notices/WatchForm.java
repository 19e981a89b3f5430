package postern.web.notices;

import java.util.Optional;
import postern.boards.Board;
import postern.threads.ThreadView;
import postern.web.Desk;
import postern.web.Visit;

/**
 * The button that watches a thread or a board, or ends it: posts {@code csrf} and {@code page} to
 * {@code action}.
 *
 * @param words what is so now, where there is something to say
 * @param page the page to come back to
 */
public record WatchForm(String action, String button, Optional<String> words, long page) {

  /** None for visitors, and for who may not take part. */
  public static Optional<WatchForm> of(Desk desk, Visit visit, ThreadView thread, long page) {
    if (visit.guest() || !visit.member().active()) {
      return Optional.empty();
    }
    var base = "/t/" + thread.id();
    return Optional.of(
        desk.forum().notices().watches().watching(visit.viewer(), thread)
            ? new WatchForm(
                base + "/unwatch",
                "Stop telling me",
                Optional.of("You are told of new posts here."),
                page)
            : new WatchForm(base + "/watch", "Watch this thread", Optional.empty(), page));
  }

  public static Optional<WatchForm> of(Desk desk, Visit visit, Board board) {
    if (visit.guest() || !visit.member().active()) {
      return Optional.empty();
    }
    var base = "/b/" + board.id();
    return Optional.of(
        desk.forum().notices().watches().watching(visit.viewer(), board.id())
            ? new WatchForm(
                base + "/unwatch",
                "Stop telling me",
                Optional.of("You are told of new threads here."),
                1)
            : new WatchForm(base + "/watch", "Watch this board", Optional.empty(), 1));
  }
}
