package postern.web.search;

import java.util.List;
import postern.web.Desk;

/** The resources of this room. */
public final class SearchRoom {
  private SearchRoom() {}

  public static List<Object> resources(Desk desk) {
    return List.of(new SearchPageResource(desk));
  }
}
