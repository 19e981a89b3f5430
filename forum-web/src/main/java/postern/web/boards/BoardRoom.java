package postern.web.boards;

import java.util.List;
import postern.web.Desk;

/** The resources of this room. */
public final class BoardRoom {
  private BoardRoom() {}

  public static List<Object> resources(Desk desk) {
    return List.of(
        new FrontResource(desk),
        new LatestResource(desk),
        new BoardResource(desk),
        new ListNews(desk),
        new ReadMarksResource(desk));
  }
}
