package postern.threads;

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
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import postern.http.Access;
import postern.http.Origin;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.BoardId;
import postern.kernel.PostId;
import postern.kernel.Scope;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;

/** Merging and splitting threads in the JSON API. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SeamsResource {
  private final Discussions rooms;
  private final Origin origin;

  public SeamsResource(Discussions rooms, Origin origin) {
    this.rooms = rooms;
    this.origin = origin;
  }

  record Merge(ThreadId into, String reason) {}

  @POST
  @Path("threads/{id}/merge")
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Operation(summary = "Puts a thread's posts at the end of another; its address leads there")
  public ThreadJson merge(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id, Merge merge) {
    var asked = Problem.required(merge);
    var into = Problem.required(asked.into());
    return switch (rooms.seams().merge(viewer, ThreadsResource.thread(id), into, asked.reason())) {
      case Rearranged.Done(var thread, _) -> json(viewer, thread);
      case Rearranged refused -> throw Refusals.of(refused).thrown();
    };
  }

  record Split(List<PostId> posts, Boolean rest, String title, BoardId board, String reason) {}

  @POST
  @Path("threads/{id}/split")
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Operation(summary = "Makes a new thread of some posts; with rest, also of all that follow")
  public Response split(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id, Split split) {
    var asked = Problem.required(split);
    var wish =
        new Seams.Wish(
            Problem.required(asked.posts()).stream()
                .map(Problem::required)
                .collect(Collectors.toSet()),
            Boolean.TRUE.equals(asked.rest()),
            asked.title(),
            Optional.ofNullable(asked.board()),
            asked.reason());
    return switch (rooms.seams().split(viewer, ThreadsResource.thread(id), wish)) {
      case Rearranged.Done(var thread, _) -> ThreadsResource.created(json(viewer, thread));
      case Rearranged refused -> throw Refusals.of(refused).thrown();
    };
  }

  private ThreadJson json(Viewer viewer, ForumThread thread) {
    return rooms
        .threads()
        .find(viewer, thread.id())
        .map(view -> ThreadJson.of(view, origin))
        .orElseThrow(ThreadsResource::notFound);
  }
}
