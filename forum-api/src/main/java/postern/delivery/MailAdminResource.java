package postern.delivery;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import postern.http.Access;
import postern.http.Cursor;
import postern.http.Listing;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Id;
import postern.kernel.Scope;
import postern.kernel.Viewer;

/** The queue and its levers, for programs. */
@Path("/api/v1/admin/mail")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class MailAdminResource {
  private static final Instant LAST = Instant.parse("2900-01-01T00:00:00Z");
  private static final List<String> STATES =
      List.of("queued", "held", "undeliverable", "dropped", "delivered", "withdrawn");

  private final MailQueue queue;

  public MailAdminResource(MailQueue queue) {
    this.queue = queue;
  }

  /** Why an operator does it. */
  public record ReasonBody(String reason) {}

  @GET
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response overview() {
    var waiting = queue.waiting();
    var map = new HashMap<String, Object>();
    map.put("restingSince", queue.restingSince().orElse(null));
    map.put("queued", waiting.number());
    map.put("deferred", waiting.deferred());
    map.put("oldestAt", waiting.oldest());
    map.put("destinations", queue.deferring().stream().map(MailAdminResource::deferring).toList());
    map.put("days", queue.days().stream().map(MailAdminResource::day).toList());
    map.put(
        "suspendedAddresses",
        queue.suspended().stream()
            .map(
                each ->
                    Map.of(
                        "why", each.why().name().toLowerCase(Locale.ROOT), "number", each.number()))
            .toList());
    return answer(map);
  }

  @GET
  @Path("/messages")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response messages(
      @QueryParam("state") String state,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    var asked = state == null ? "queued" : state;
    if (!STATES.contains(asked)) {
      throw Problem.notFound().thrown();
    }
    var cursor = Optional.ofNullable(Cursor.parse(after));
    var slice =
        queue.mails(
            asked.toUpperCase(Locale.ROOT),
            cursor.map(Cursor::at).orElse(LAST),
            cursor.map(Cursor::id).orElse(Long.MAX_VALUE),
            Listing.limit(limit));
    return answer(
        Listing.of(slice, MailAdminResource::mail, mail -> new Cursor(mail.queuedAt(), mail.id())));
  }

  @PUT
  @Path("/rest")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response rest(@Auth Viewer viewer, ReasonBody body) {
    queue.rest(Viewer.Member.class.cast(viewer), Problem.required(body).reason());
    return Response.noContent().build();
  }

  @DELETE
  @Path("/rest")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response resume(@Auth Viewer viewer) {
    queue.resume(Viewer.Member.class.cast(viewer));
    return Response.noContent().build();
  }

  @POST
  @Path("/retry")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response retryAll(@Auth Viewer viewer) {
    return answer(Map.of("hastened", queue.retryAll(Viewer.Member.class.cast(viewer))));
  }

  @POST
  @Path("/messages/{id}/retry")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response retry(@Auth Viewer viewer, @PathParam("id") String id) {
    if (!queue.retry(Viewer.Member.class.cast(viewer), number(id))) {
      throw Problem.notFound().thrown();
    }
    return Response.noContent().build();
  }

  @POST
  @Path("/messages/{id}/drop")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response drop(@Auth Viewer viewer, @PathParam("id") String id, ReasonBody body) {
    var reason = Problem.required(body).reason();
    return switch (queue.drop(Viewer.Member.class.cast(viewer), number(id), reason)) {
      case MailQueue.Dropped.Done _ -> Response.noContent().build();
      case MailQueue.Dropped.NotWaiting _ -> throw Problem.notFound().thrown();
      case MailQueue.Dropped.BadReason _ ->
          throw Problem.of(422, "bad-reason", "A reason has 1 to 200 characters.").thrown();
    };
  }

  private static Map<String, Object> deferring(MailQueue.Deferring each) {
    var map = new HashMap<String, Object>();
    map.put("host", each.name().orElse(null));
    map.put("mails", each.mails());
    map.put("lastCode", each.lastCode());
    map.put("lastAnswer", each.lastAnswer());
    map.put("lastAt", each.lastAt());
    return map;
  }

  private static Map<String, Object> day(MailQueue.Day day) {
    return Map.of(
        "day", day.day().toString(),
        "sent", day.sent(),
        "undeliverable", day.undeliverable(),
        "held", day.held(),
        "bounced", day.bounced(),
        "complained", day.complained());
  }

  private static Map<String, Object> mail(MailView mail) {
    var map = new HashMap<String, Object>();
    map.put("id", Long.toString(mail.id()));
    map.put("kind", mail.kind());
    map.put("state", mail.state().toLowerCase(Locale.ROOT));
    map.put("attempts", mail.attempts());
    map.put("lastCode", mail.lastCode());
    map.put("reported", mail.reported());
    map.put("queuedAt", mail.queuedAt());
    map.put("settledAt", mail.settledAt());
    return map;
  }

  private static long number(String id) {
    return Id.parse(id, Long::valueOf).orElseThrow(() -> Problem.notFound().thrown());
  }

  private static Response answer(Object body) {
    return Response.ok(body).header("Cache-Control", "no-store").build();
  }
}
