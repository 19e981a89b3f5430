package postern.web.crawlers;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Viewer;
import postern.threads.ForumThread;
import postern.web.Desk;
import postern.web.boards.BoardLinks;

/**
 * The addresses of everything that visitors may read (sitemaps.org): an index, the boards, and
 * threads in parts by their ids. Far fewer stand in a part than the 50,000 that the protocol
 * allows, so that each is quickly made.
 */
@Path("/")
public final class SitemapResource {
  static final String TYPE = "application/xml;charset=utf-8";

  private static final int EACH = 10_000;
  private static final int MOST_PARTS = 50_000;
  private static final Duration INDEX_HOLDS = Duration.ofMinutes(10);

  private final Desk desk;
  private final String origin;
  private final AtomicReference<Index> index =
      new AtomicReference<>(new Index(Instant.EPOCH, List.of()));

  SitemapResource(Desk desk) {
    this.desk = desk;
    this.origin = desk.forum().foundation().settings().edge().origin().toString();
  }

  /** Where the parts begin: numbers alone, so an older one tells nothing that was hidden since. */
  private record Index(Instant made, List<Long> starts) {}

  @GET
  @Path("/sitemap.xml")
  @Access(Who.ANYONE)
  public Response index(@Context Request request) {
    var xml = new SitemapWriter("sitemapindex", "sitemap", origin);
    xml.place("/sitemap/boards.xml", null);
    for (var start : starts()) {
      xml.place("/sitemap/threads-" + start + ".xml", null);
    }
    return desk.answers().feed(request, xml.bytes(), TYPE, true);
  }

  @GET
  @Path("/sitemap/boards.xml")
  @Access(Who.ANYONE)
  public Response boards(@Context Request request) {
    var xml = new SitemapWriter("urlset", "url", origin);
    xml.place("/", null);
    desk.forum().boards().list(Viewer.GUEST).stream()
        .map(BoardLinks::href)
        .forEach(href -> xml.place(href, null));
    return desk.answers().feed(request, xml.bytes(), TYPE, true);
  }

  @GET
  @Path("/sitemap/threads-{after: [0-9]{1,18}}.xml")
  @Access(Who.ANYONE)
  public Response threads(@PathParam("after") String after, @Context Request request) {
    var threads = desk.reading().lists().byId(Viewer.GUEST, Long.parseLong(after), EACH);
    if (threads.isEmpty()) {
      throw Problem.notFound().thrown();
    }
    var xml = new SitemapWriter("urlset", "url", origin);
    for (ForumThread thread : threads) {
      xml.place("/t/" + thread.id() + "/" + thread.slug(), thread.lastPostAt());
    }
    return desk.answers().feed(request, xml.bytes(), TYPE, true);
  }

  private List<Long> starts() {
    var now = desk.forum().foundation().sources().now();
    var known = index.get();
    if (known.made().plus(INDEX_HOLDS).isBefore(now)) {
      known = new Index(now, desk.reading().lists().stretches(Viewer.GUEST, EACH, MOST_PARTS));
      index.set(known);
    }
    return known.starts();
  }
}
