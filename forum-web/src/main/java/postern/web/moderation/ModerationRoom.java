package postern.web.moderation;

import java.util.List;
import postern.web.Desk;

/** The resources of this room. */
public final class ModerationRoom {
  private ModerationRoom() {}

  public static List<Object> resources(Desk desk) {
    var views = new Views(desk);
    return List.of(
        new FlagPostResource(desk),
        new QueuePageResource(desk, views),
        new QueueItemResource(desk, views),
        new LogPageResource(desk, views),
        new SanctionResource(desk, views),
        new DecisionsPageResource(desk, views),
        new ReportedLettersResource(desk));
  }
}
