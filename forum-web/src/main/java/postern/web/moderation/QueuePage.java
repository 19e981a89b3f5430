package postern.web.moderation;

import java.util.List;
import postern.web.Frame;
import postern.web.Pager;

/**
 * {@code GET /moderation/queue?after=}: what waits for a decision of this moderator. It posts to
 * {@code /moderation/queue}: {@code csrf}, {@code item} for each that is ticked, {@code decision},
 * {@code reason}.
 */
public record QueuePage(Frame frame, List<ItemView> items, Pager pager) implements ModerationModel {
  public QueuePage {
    items = List.copyOf(items);
  }

  @Override
  public ModerationPart part() {
    return ModerationPart.QUEUE;
  }

  public boolean hasItems() {
    return !items.isEmpty();
  }

  /** Where one goes on item by item. */
  public String first() {
    return items.getFirst().href();
  }
}
