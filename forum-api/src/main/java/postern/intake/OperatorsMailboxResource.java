package postern.intake;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import postern.http.Access;
import postern.http.Cursor;
import postern.http.Listing;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Id;
import postern.kernel.Scope;

/** The operators' mailbox, for programs. */
@Path("/api/v1/admin/mailbox")
@Produces(MediaType.APPLICATION_JSON)
public final class OperatorsMailboxResource {
  private static final Instant LAST = Instant.parse("2900-01-01T00:00:00Z");

  private final OperatorsMailbox mailbox;

  public OperatorsMailboxResource(OperatorsMailbox mailbox) {
    this.mailbox = mailbox;
  }

  @GET
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response list(@QueryParam("after") String after, @QueryParam("limit") String limit) {
    var cursor = Optional.ofNullable(Cursor.parse(after));
    var slice =
        mailbox.list(
            cursor.map(Cursor::at).orElse(LAST),
            cursor.map(Cursor::id).orElse(Long.MAX_VALUE),
            Listing.limit(limit));
    var page =
        Listing.of(
            slice,
            row ->
                Map.of(
                    "id", Long.toString(row.id()),
                    "mailbox", row.mailbox(),
                    "subject", row.subject(),
                    "receivedAt", row.receivedAt(),
                    "opened", row.opened()),
            row -> new Cursor(row.receivedAt(), row.id()));
    return Response.ok(page).header("Cache-Control", "no-store").build();
  }

  @GET
  @Path("/{id}")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response open(@PathParam("id") String id) {
    var opened =
        Id.parse(id, Long::valueOf)
            .flatMap(mailbox::open)
            .orElseThrow(() -> Problem.notFound().thrown());
    return Response.ok(
            Map.of(
                "id", Long.toString(opened.id()),
                "mailbox", opened.mailbox(),
                "from", opened.from(),
                "subject", opened.subject(),
                "text", opened.text(),
                "receivedAt", opened.receivedAt()))
        .header("Cache-Control", "no-store")
        .build();
  }

  @DELETE
  @Path("/{id}")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response delete(@PathParam("id") String id) {
    if (!Id.parse(id, Long::valueOf).map(mailbox::delete).orElse(false)) {
      throw Problem.notFound().thrown();
    }
    return Response.noContent().build();
  }
}
