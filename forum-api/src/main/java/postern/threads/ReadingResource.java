package postern.threads;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.BoardId;
import postern.kernel.Scope;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;

/** What a member has read, in the JSON API. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class ReadingResource {
  private final ReadMarks marks;

  public ReadingResource(Discussions rooms) {
    this.marks = rooms.reading().marks();
  }

  record UpTo(int number) {}

  @PUT
  @Path("threads/{id}/read")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Operation(summary = "You have read a thread up to the post of this number")
  public Response thread(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id, UpTo upTo) {
    int number = Math.max(0, Problem.required(upTo).number());
    var thread = ThreadId.parse(id).orElseThrow(ThreadsResource::notFound);
    return done(marks.noteReadable(member(viewer), thread, number));
  }

  @PUT
  @Path("boards/{id}/read")
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Operation(summary = "You have read all that stands on a board")
  public Response board(@Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id) {
    var board = BoardId.parse(id).orElseThrow(ThreadsResource::notFound);
    return done(marks.markBoard(member(viewer), board));
  }

  @PUT
  @Path("me/read")
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Operation(summary = "You have read all that stands anywhere")
  public Response all(@Parameter(hidden = true) @Auth Viewer viewer) {
    marks.markAll(member(viewer));
    return done(true);
  }

  static Viewer.Member member(Viewer viewer) {
    return switch (viewer) {
      case Viewer.Member member -> member;
      case Viewer.Guest _ -> throw Problem.of(401, "sign-in-needed", "Sign in first.").thrown();
    };
  }

  private static Response done(boolean found) {
    if (!found) {
      throw ThreadsResource.notFound();
    }
    return Response.noContent().build();
  }
}
