package postern.moderation;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import postern.accounts.Accounts;
import postern.accounts.MemberView;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.MemberId;
import postern.kernel.Scope;
import postern.kernel.Username;
import postern.kernel.Viewer;

/** Sanctions in the JSON API. */
@Path("/api/v1/members/{username}/sanctions")
@Produces(MediaType.APPLICATION_JSON)
public final class SanctionsResource {
  private final Moderation rooms;
  private final Accounts accounts;

  public SanctionsResource(Moderation rooms, Accounts accounts) {
    this.rooms = rooms;
    this.accounts = accounts;
  }

  record Order(String kind, Instant until, String reason) {}

  record Sanctioned201(String kind, Instant until) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Operation(summary = "Warns, silences or suspends a member; for moderators of all boards")
  public Response impose(
      @Parameter(hidden = true) @Auth Viewer viewer,
      @PathParam("username") String username,
      Order order) {
    var asked = Problem.required(order);
    var kind = ApiWords.read(Sanction.values(), asked.kind(), "kind");
    var until = Optional.ofNullable(asked.until());
    return switch (rooms
        .sanctions()
        .impose(viewer, member(username), kind, until, asked.reason())) {
      case Sanctioned.Done _ ->
          Response.status(201).entity(new Sanctioned201(ApiWords.of(kind), asked.until())).build();
      case Sanctioned refused -> throw Refusals.of(refused).thrown();
    };
  }

  @DELETE
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Operation(summary = "Ends a silence or a suspension now; the reason stands in the query")
  public Response lift(
      @Parameter(hidden = true) @Auth Viewer viewer,
      @PathParam("username") String username,
      @QueryParam("reason") String reason) {
    return switch (rooms.sanctions().lift(viewer, member(username), reason)) {
      case Sanctioned.Done _ -> Response.noContent().build();
      case Sanctioned refused -> throw Refusals.of(refused).thrown();
    };
  }

  private MemberId member(String username) {
    return Username.parse(username)
        .flatMap(accounts::find)
        .map(MemberView::id)
        .orElseThrow(() -> Problem.notFound().thrown());
  }
}
