package postern.web.notices;

import java.util.List;
import postern.web.Desk;

/** The resources of this room. */
public final class NoticeRoom {
  private NoticeRoom() {}

  public static List<Object> resources(Desk desk) {
    return List.of(
        new NoticesPageResource(desk),
        new EndNoticesResource(desk),
        new ThreadWatchResource(desk),
        new BoardWatchResource(desk));
  }
}
