package postern.threads;

import java.time.Instant;
import java.util.Optional;
import postern.http.Origin;
import postern.kernel.BoardId;
import postern.kernel.ThreadId;

/**
 * A thread as the JSON API writes it. Where it is pinned, locked, hidden or moved, the reason says
 * why; else it is null.
 *
 * @param posts how many it has that are not deleted
 * @param unread whether there is something that the caller has not seen; null for who has no marks
 * @param readUpTo the highest post that was shown to the caller, or null
 */
record ThreadJson(
    ThreadId id,
    BoardId board,
    String title,
    String url,
    AuthorJson author,
    Instant startedAt,
    int posts,
    Instant lastPostAt,
    AuthorJson lastAuthor,
    boolean pinned,
    boolean locked,
    boolean hidden,
    BoardId movedFrom,
    Reasons reasons,
    Boolean unread,
    Integer readUpTo) {
  record Reasons(String pin, String lock, String hide, String move) {}

  static ThreadJson of(ThreadView view, Origin origin) {
    return of(view, origin, Optional.empty());
  }

  static ThreadJson of(ThreadView view, Origin origin, Optional<Seen> seen) {
    var thread = view.thread();
    return new ThreadJson(
        thread.id(),
        thread.board(),
        thread.title(),
        origin.url("/t/" + thread.id() + "/" + thread.slug()),
        AuthorJson.of(view.starter()),
        thread.startedAt(),
        thread.shown(),
        thread.lastPostAt(),
        AuthorJson.of(view.last()),
        thread.pinned(),
        thread.locked(),
        thread.hidden(),
        view.movedFrom().map(board -> board.id()).orElse(null),
        new Reasons(
            thread.pinReason().orElse(null),
            thread.lockReason().orElse(null),
            thread.hideReason().orElse(null),
            thread.moveReason().orElse(null)),
        seen.map(marks -> marks.unread(thread)).orElse(null),
        seen.map(marks -> marks.upTo(thread.id())).orElse(null));
  }
}
