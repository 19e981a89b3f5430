package postern.moderation;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.PostId;
import postern.kernel.Scope;
import postern.kernel.Viewer;

/** Flags in the JSON API. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class FlagsResource {
  private final Moderation rooms;

  public FlagsResource(Moderation rooms) {
    this.rooms = rooms;
  }

  record Flag(String reason, String note) {}

  record Flagged201(PostId post) {}

  @POST
  @Path("posts/{id}/flags")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Operation(summary = "Shows a post to the moderators, who do not learn by whom")
  public Response flag(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id, Flag flag) {
    var post = PostId.parse(id).orElseThrow(() -> Problem.notFound().thrown());
    var asked = Problem.required(flag);
    var reason = ApiWords.read(FlagReason.values(), asked.reason(), "reason");
    return switch (rooms.flags().flag(viewer, post, reason, asked.note())) {
      case Flagged.Done _ -> Response.status(201).entity(new Flagged201(post)).build();
      case Flagged refused -> throw Refusals.of(refused).thrown();
    };
  }
}
