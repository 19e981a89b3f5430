package postern.web.feeds;

import java.util.List;
import postern.web.Desk;

/** The resources of this room. */
public final class FeedRoom {
  private FeedRoom() {}

  public static List<Object> resources(Desk desk) {
    var feeds = new Feeds(desk);
    return List.of(
        new OpenFeedsResource.Latest(feeds),
        new OpenFeedsResource.OfBoard(feeds),
        new OpenFeedsResource.OfThread(feeds),
        new PrivateFeedsResource(desk, feeds));
  }
}
