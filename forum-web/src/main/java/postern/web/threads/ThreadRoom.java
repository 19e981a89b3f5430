package postern.web.threads;

import java.util.List;
import postern.web.Desk;

/** The resources of this room. */
public final class ThreadRoom {
  private ThreadRoom() {}

  public static List<Object> resources(Desk desk) {
    var pages = new ThreadPages(desk);
    return List.of(
        new ThreadResource(desk, pages),
        new ThreadMarksResource(desk, pages),
        new ThreadSeamsResource(desk, pages),
        new PostResource(desk, pages),
        new EditPostResource(desk, pages),
        new HeldResource(desk),
        new NewThreadResource(desk),
        new PreviewResource(desk),
        new SimilarResource(desk),
        new DraftsResource(desk),
        new BookmarksResource(desk, pages));
  }
}
