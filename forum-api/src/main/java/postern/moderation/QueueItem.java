package postern.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import postern.accounts.Author;
import postern.accounts.MemberView;
import postern.http.Cursor;
import postern.threads.HeldPost;
import postern.threads.PostLists.PlacedPost;

/**
 * Something that waits for a moderator, with what they need to decide.
 *
 * @param flags how many flagged it
 * @param said what they said, never who
 * @param post the post in its thread; for an answered decision, the one it was about, if any
 * @param held the post that waits for approval, with why
 * @param answered the decision that was answered
 * @param author who wrote it, or answered
 * @param record who that is as a member; empty for former authors
 * @param earlier what was decided about them before, the last first, five at most
 */
public record QueueItem(
    QueueItemId id,
    ItemKind kind,
    int flags,
    List<Said> said,
    Instant openedAt,
    Instant turnAt,
    Optional<PlacedPost> post,
    Optional<HeldPost> held,
    Optional<Decision> answered,
    Author author,
    Optional<MemberView> record,
    List<Decision> earlier) {
  public QueueItem {
    said = List.copyOf(said);
    earlier = List.copyOf(earlier);
  }

  /** What one of those who flagged said. */
  public record Said(FlagReason reason, String note) {}

  /** What {@link Queue#list} takes to go on after it. */
  public Cursor cursor() {
    return new Cursor(turnAt, id.value());
  }
}
