package postern.web.feeds;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import postern.http.Access;
import postern.http.Who;
import postern.kernel.Viewer;

/**
 * The feeds that everybody gets alike: what visitors may read, whoever asks. Each has a class of
 * its own, since its address begins as that of a page.
 */
final class OpenFeedsResource {
  private OpenFeedsResource() {}

  /** The site's. */
  @Path("/latest.atom")
  public static final class Latest {
    private final Feeds feeds;

    Latest(Feeds feeds) {
      this.feeds = feeds;
    }

    @GET
    @Access(Who.ANYONE)
    public Response feed(@Context Request request) {
      return feeds.open(request, feeds.latest(Viewer.GUEST));
    }
  }

  /** A board's. */
  @Path("/b/{id: [0-9]+}.atom")
  public static final class OfBoard {
    private final Feeds feeds;

    OfBoard(Feeds feeds) {
      this.feeds = feeds;
    }

    @GET
    @Access(Who.ANYONE)
    public Response feed(@PathParam("id") String id, @Context Request request) {
      return feeds.open(request, feeds.board(Viewer.GUEST, id));
    }
  }

  /** A thread's. */
  @Path("/t/{id: [0-9]+}.atom")
  public static final class OfThread {
    private final Feeds feeds;

    OfThread(Feeds feeds) {
      this.feeds = feeds;
    }

    @GET
    @Access(Who.ANYONE)
    public Response feed(@PathParam("id") String id, @Context Request request) {
      return feeds.open(request, feeds.thread(Viewer.GUEST, id));
    }
  }
}
