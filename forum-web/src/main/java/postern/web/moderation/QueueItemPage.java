package postern.web.moderation;

import java.util.Optional;
import postern.web.Field;
import postern.web.Flash;
import postern.web.Frame;

/**
 * {@code GET /moderation/queue/{id}}: one item, and what can be decided. It posts to the same
 * address: {@code csrf}, {@code decision}, {@code reason}, {@code days} (for a silence or a
 * suspension; empty for without end), {@code body} (for an edit).
 *
 * @param next the item after it
 * @param may what this moderator can decide
 * @param body the post's text, where it can be edited
 */
public record QueueItemPage(
    Frame frame,
    ItemView item,
    Optional<String> next,
    May may,
    Field reason,
    Field days,
    Optional<Field> body)
    implements ModerationModel {
  @Override
  public ModerationPart part() {
    return ModerationPart.QUEUE;
  }

  /** The same with one sentence above it. */
  QueueItemPage saying(String words) {
    return new QueueItemPage(
        frame.saying(Flash.problem(words)), item, next, may, reason, days, body);
  }

  /**
   * @param limit silence and suspend: for moderators of all boards, about members
   */
  public record May(boolean dismiss, boolean hide, boolean warn, boolean limit, boolean approve) {}
}
