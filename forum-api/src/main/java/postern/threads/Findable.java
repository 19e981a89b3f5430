package postern.threads;

import java.time.Instant;
import java.util.Optional;
import postern.kernel.BoardId;
import postern.kernel.MemberId;
import postern.kernel.PostId;
import postern.kernel.ThreadId;

/**
 * A post as it may be found by who may read its board: never one that was deleted, and none of a
 * thread that lists do not show.
 *
 * @param title its thread's, where it is the first post of it that is shown
 * @param author as it was written; for a claimed former author, not the member who claimed it
 * @param html what its readers see
 */
public record Findable(
    PostId id,
    ThreadId thread,
    BoardId board,
    Optional<String> title,
    MemberId author,
    Instant createdAt,
    SafeHtml html) {}
