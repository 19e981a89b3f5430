package postern.web.moderation;

import java.util.List;
import postern.web.Frame;
import postern.web.Pager;
import postern.web.boards.ListLink;

/**
 * {@code GET /moderation/log?after=}: what moderators did and why; for members without names.
 *
 * @param staff whether a moderator reads it
 */
public record LogPage(Frame frame, boolean staff, List<DecisionView> entries, Pager pager)
    implements ModerationModel {
  public LogPage {
    entries = List.copyOf(entries);
  }

  @Override
  public ModerationPart part() {
    return ModerationPart.LOG;
  }

  /** Members have no way to the other pages. */
  @Override
  public List<ListLink> parts() {
    return staff ? ModerationModel.super.parts() : List.of();
  }

  public boolean hasEntries() {
    return !entries.isEmpty();
  }
}
