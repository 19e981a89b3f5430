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
import java.util.Optional;
import postern.http.Access;
import postern.http.Cursor;
import postern.http.Listing;
import postern.http.Origin;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Viewer;

/** What was decided about the caller, in the JSON API. */
@Path("/api/v1/me/decisions")
@Produces(MediaType.APPLICATION_JSON)
public final class DecisionsResource {
  private final Moderation rooms;
  private final Origin origin;

  public DecisionsResource(Moderation rooms, Origin origin) {
    this.rooms = rooms;
    this.origin = origin;
  }

  @GET
  @Access(Who.ANY_STANDING)
  @Operation(summary = "What moderators decided about you, the newest first")
  public Response list(
      @Parameter(hidden = true) @Auth Viewer viewer,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    var from = Optional.ofNullable(Cursor.parse(after));
    var slice = rooms.decisions().mine(member(viewer), from, Listing.limit(limit));
    return Response.ok(
            Listing.of(
                slice,
                decision -> DecisionJson.of(decision, origin),
                decision -> new Cursor(decision.at(), decision.id().value())))
        .header("Cache-Control", "no-store")
        .build();
  }

  record Answer(String text) {}

  @POST
  @Path("{id}/answer")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(Who.ANY_STANDING)
  @Operation(summary = "Answers a decision about you, once")
  public Response answer(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id, Answer answer) {
    var decision = DecisionId.parse(id).orElseThrow(() -> Problem.notFound().thrown());
    var text = Problem.required(answer).text();
    return switch (rooms.decisions().answer(member(viewer), decision, text)) {
      case Answered.Done _ -> Response.noContent().build();
      case Answered refused -> throw Refusals.of(refused).thrown();
    };
  }

  private static Viewer.Member member(Viewer viewer) {
    return (Viewer.Member) viewer;
  }
}
