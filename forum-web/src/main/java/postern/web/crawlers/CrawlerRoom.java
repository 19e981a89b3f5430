package postern.web.crawlers;

import java.util.List;
import postern.web.Desk;

/** The resources of this room. */
public final class CrawlerRoom {
  private CrawlerRoom() {}

  public static List<Object> resources(Desk desk) {
    return List.of(new RobotsResource(desk), new SitemapResource(desk));
  }
}
