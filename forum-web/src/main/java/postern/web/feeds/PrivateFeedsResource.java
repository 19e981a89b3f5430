package postern.web.feeds;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Token;
import postern.kernel.Viewer;
import postern.web.Desk;

/** The feeds of one member, by the secret in the address. A secret that opens nothing is 404. */
@Path("/feeds/{token}")
public final class PrivateFeedsResource {
  private final Desk desk;
  private final Feeds feeds;

  PrivateFeedsResource(Desk desk, Feeds feeds) {
    this.desk = desk;
    this.feeds = feeds;
  }

  @GET
  @Path("/latest.atom")
  @Access(Who.ANYONE)
  public Response latest(@PathParam("token") String token, @Context Request request) {
    return feeds.closed(request, feeds.latest(reader(token)));
  }

  @GET
  @Path("/b/{id: [0-9]+}.atom")
  @Access(Who.ANYONE)
  public Response board(
      @PathParam("token") String token, @PathParam("id") String id, @Context Request request) {
    return feeds.closed(request, feeds.board(reader(token), id));
  }

  @GET
  @Path("/t/{id: [0-9]+}.atom")
  @Access(Who.ANYONE)
  public Response thread(
      @PathParam("token") String token, @PathParam("id") String id, @Context Request request) {
    return feeds.closed(request, feeds.thread(reader(token), id));
  }

  private Viewer reader(String token) {
    return Token.parse(token)
        .flatMap(desk.forum().sessions().feedTokens()::reader)
        .orElseThrow(() -> Problem.notFound().thrown());
  }
}
