package postern.moderation;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import postern.http.Access;
import postern.http.Cursor;
import postern.http.Listing;
import postern.http.Origin;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Scope;
import postern.kernel.Viewer;

/** The moderators' queue in the JSON API. */
@Path("/api/v1/moderation/queue")
@Produces(MediaType.APPLICATION_JSON)
public final class QueueResource {
  private static final int AT_ONCE = 100;

  private final Moderation rooms;
  private final Origin origin;

  public QueueResource(Moderation rooms, Origin origin) {
    this.rooms = rooms;
    this.origin = origin;
  }

  @GET
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Operation(summary = "What waits for a decision of yours, first what is most due")
  public Response list(
      @Parameter(hidden = true) @Auth Viewer viewer,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    var from = Optional.ofNullable(Cursor.parse(after));
    var items = rooms.queue().list(viewer, from, Listing.limit(limit));
    return personal(Listing.of(items, item -> QueueItemJson.of(item, origin), QueueItem::cursor));
  }

  @GET
  @Path("{id}")
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Operation(summary = "One item that waits")
  public Response find(@Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id) {
    return rooms
        .queue()
        .find(viewer, item(id))
        .map(item -> personal(QueueItemJson.of(item, origin)))
        .orElseThrow(() -> Problem.notFound().thrown());
  }

  record Order(String decision, String reason, Instant until, String body) {
    @Override
    public String toString() {
      return "Order[hidden]";
    }
  }

  record DecidedJson(QueueItemId id, String decision) {}

  @POST
  @Path("{id}/decision")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Operation(summary = "Decides an item: dismiss, edit, hide, warn, silence, suspend or approve")
  public DecidedJson decide(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id, Order order) {
    var asked = Problem.required(order);
    var item = item(id);
    var given = order(asked.decision(), asked.reason(), asked.until(), asked.body());
    return switch (rooms.queue().decide(viewer, item, given)) {
      case Decided.Done _ -> new DecidedJson(item, ApiWords.of(given.ruling()));
      case Decided refused -> throw Refusals.of(refused).thrown();
    };
  }

  record Orders(List<QueueItemId> items, String decision, String reason, Instant until) {
    @Override
    public String toString() {
      return "Orders[hidden]";
    }
  }

  /**
   * @param outcome {@code decided}, or the name of the problem
   */
  record Outcome(QueueItemId id, String outcome) {}

  @POST
  @Path("decisions")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Operation(summary = "Decides several items alike; each ends for itself")
  public Listing<Outcome> decideAll(@Parameter(hidden = true) @Auth Viewer viewer, Orders orders) {
    var asked = Problem.required(orders);
    var items = Problem.required(asked.items());
    if (items.isEmpty() || items.size() > AT_ONCE || items.contains(null)) {
      throw Problem.of(422, "bad-choice", "Name 1 to 100 items.").with("field", "items").thrown();
    }
    var given = order(asked.decision(), asked.reason(), asked.until(), "");
    return new Listing<>(
        items.stream()
            .distinct()
            .map(item -> new Outcome(item, outcome(rooms.queue().decide(viewer, item, given))))
            .toList(),
        null);
  }

  private static String outcome(Decided decided) {
    return switch (decided) {
      case Decided.Done _ -> "decided";
      case Decided refused -> Refusals.of(refused).name();
    };
  }

  private static Queue.Order order(String decision, String reason, Instant until, String body) {
    return new Queue.Order(
        ApiWords.read(Ruling.values(), decision, "decision"),
        reason,
        Optional.ofNullable(until),
        body);
  }

  private static QueueItemId item(String id) {
    return QueueItemId.parse(id).orElseThrow(() -> Problem.notFound().thrown());
  }

  private static Response personal(Object entity) {
    return Response.ok(entity).header("Cache-Control", "no-store").build();
  }
}
