package postern.threads;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import postern.http.Access;
import postern.http.Listing;
import postern.http.Origin;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.BoardId;
import postern.kernel.PostId;
import postern.kernel.Scope;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;

/**
 * What moderators do to threads, in the JSON API. The reason of an undoing may stand in the query.
 */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class MarksResource {
  private final Discussions rooms;
  private final Origin origin;

  public MarksResource(Discussions rooms, Origin origin) {
    this.rooms = rooms;
    this.origin = origin;
  }

  record Why(String reason) {}

  record Move(BoardId board, String reason) {}

  @PUT
  @Path("threads/{id}/lock")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Operation(summary = "Locks a thread: nobody but moderators writes in it")
  public ThreadJson lock(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id, Why why) {
    return json(viewer, rooms.marks().lock(viewer, thread(id), reason(why)));
  }

  @DELETE
  @Path("threads/{id}/lock")
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Operation(summary = "Opens a locked thread")
  public ThreadJson unlock(
      @Parameter(hidden = true) @Auth Viewer viewer,
      @PathParam("id") String id,
      @QueryParam("reason") String reason) {
    return json(viewer, rooms.marks().unlock(viewer, thread(id), reason));
  }

  @PUT
  @Path("threads/{id}/pin")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Operation(summary = "Puts a thread first on its board")
  public ThreadJson pin(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id, Why why) {
    return json(viewer, rooms.marks().pin(viewer, thread(id), reason(why)));
  }

  @DELETE
  @Path("threads/{id}/pin")
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Operation(summary = "Puts a pinned thread back among the others")
  public ThreadJson unpin(
      @Parameter(hidden = true) @Auth Viewer viewer,
      @PathParam("id") String id,
      @QueryParam("reason") String reason) {
    return json(viewer, rooms.marks().unpin(viewer, thread(id), reason));
  }

  @PUT
  @Path("threads/{id}/hide")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Operation(summary = "Hides a thread from everyone but moderators")
  public ThreadJson hide(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id, Why why) {
    return json(viewer, rooms.marks().hide(viewer, thread(id), reason(why)));
  }

  @DELETE
  @Path("threads/{id}/hide")
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Operation(summary = "Shows a hidden thread again")
  public ThreadJson show(
      @Parameter(hidden = true) @Auth Viewer viewer,
      @PathParam("id") String id,
      @QueryParam("reason") String reason) {
    return json(viewer, rooms.marks().show(viewer, thread(id), reason));
  }

  @PUT
  @Path("threads/{id}/move")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Operation(summary = "Moves a thread to another board; its address stays")
  public ThreadJson move(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id, Move move) {
    var asked = Problem.required(move);
    var to = Problem.required(asked.board());
    return json(viewer, rooms.marks().move(viewer, thread(id), to, asked.reason()));
  }

  @DELETE
  @Path("threads/{id}/move")
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Operation(summary = "Moves a thread back to where it was moved from")
  public ThreadJson moveBack(
      @Parameter(hidden = true) @Auth Viewer viewer,
      @PathParam("id") String id,
      @QueryParam("reason") String reason) {
    return json(viewer, rooms.marks().moveBack(viewer, thread(id), reason));
  }

  record EntryJson(String action, PostId post, AuthorJson by, String reason, Instant at) {}

  @GET
  @Path("threads/{id}/log")
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Operation(summary = "What was done to a thread, by whom and why, newest first")
  public Listing<EntryJson> log(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id) {
    var thread = rooms.threads().find(viewer, thread(id)).orElseThrow(ThreadsResource::notFound);
    var entries = rooms.marks().log(viewer, thread.id()).stream().map(MarksResource::json).toList();
    return new Listing<>(entries, null);
  }

  private ThreadJson json(Viewer viewer, ThreadChanged change) {
    return switch (change) {
      // A moderator may have moved it where they cannot read; then there is nothing left to show.
      case ThreadChanged.Changed(var thread) ->
          rooms
              .threads()
              .find(viewer, thread.id())
              .map(view -> ThreadJson.of(view, origin))
              .orElseThrow(ThreadsResource::notFound);
      case ThreadChanged refused -> throw Refusals.of(refused).thrown();
    };
  }

  private static EntryJson json(LogEntry entry) {
    return new EntryJson(
        ApiWords.of(entry.action()),
        entry.post().orElse(null),
        AuthorJson.of(entry.actor()),
        entry.reason(),
        entry.at());
  }

  private static ThreadId thread(String id) {
    return ThreadsResource.thread(id);
  }

  private static String reason(Why why) {
    return Problem.required(why).reason();
  }
}
