package postern.notices;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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
import java.util.Optional;
import postern.http.Access;
import postern.http.Cursor;
import postern.http.Listing;
import postern.http.Origin;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.BoardId;
import postern.kernel.Scope;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;

/** Notices and watches in the JSON API. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class NoticesResource {
  private final Notices notices;
  private final Origin origin;

  public NoticesResource(Notices notices, Origin origin) {
    this.notices = notices;
    this.origin = origin;
  }

  @GET
  @Path("notices")
  @Access(Who.ANY_STANDING)
  @Operation(summary = "Your notices, newest first: what you may see of them now")
  public Listing<NoticeJson> list(
      @Parameter(hidden = true) @Auth Viewer viewer,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    var slice =
        notices.list(
            member(viewer), Optional.ofNullable(Cursor.parse(after)), Listing.limit(limit));
    return Listing.of(slice, view -> NoticeJson.of(view, origin), Notices::cursor);
  }

  record Unread(int notices) {}

  @GET
  @Path("notices/unread")
  @Access(Who.ANY_STANDING)
  @Operation(summary = "How many wait, a hundred at most; letters are not counted here")
  public Unread unread(@Parameter(hidden = true) @Auth Viewer viewer) {
    return new Unread(notices.unread(member(viewer)));
  }

  @PUT
  @Path("notices/{id}/read")
  @Access(value = Who.ANY_STANDING, scope = Scope.READ)
  @Operation(summary = "Marks one as read")
  public Response read(@Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id) {
    var known = NoticeId.parse(id).orElseThrow(NoticesResource::notFound);
    return answer(notices.markRead(member(viewer), known));
  }

  /** What came after this stays unread. */
  record Until(Instant until) {}

  @POST
  @Path("notices/read")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.ANY_STANDING, scope = Scope.READ)
  @Operation(summary = "Marks all as read that came until a time")
  public Response readAll(@Parameter(hidden = true) @Auth Viewer viewer, Until body) {
    var until = Problem.required(body).until();
    notices.markAllRead(member(viewer), Problem.required(until));
    return Response.noContent().build();
  }

  @PUT
  @Path("threads/{id}/watch")
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Operation(summary = "Tells you of replies in this thread")
  public Response watch(@Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id) {
    return answer(notices.watches().watch(member(viewer), thread(id)));
  }

  @DELETE
  @Path("threads/{id}/watch")
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Operation(summary = "Tells you of this thread no more, unless you are named")
  public Response unwatch(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id) {
    return answer(notices.watches().unwatch(member(viewer), thread(id)));
  }

  @PUT
  @Path("boards/{id}/watch")
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Operation(summary = "Tells you of new threads on this board")
  public Response watchBoard(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id) {
    return answer(notices.watches().watch(member(viewer), board(id)));
  }

  @DELETE
  @Path("boards/{id}/watch")
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Operation(summary = "Tells you of new threads there no more")
  public Response unwatchBoard(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id) {
    notices.watches().unwatch(member(viewer), board(id));
    return Response.noContent().build();
  }

  private static Response answer(boolean done) {
    if (!done) {
      throw notFound();
    }
    return Response.noContent().build();
  }

  private static ThreadId thread(String id) {
    return ThreadId.parse(id).orElseThrow(NoticesResource::notFound);
  }

  private static BoardId board(String id) {
    return BoardId.parse(id).orElseThrow(NoticesResource::notFound);
  }

  private static RuntimeException notFound() {
    return Problem.notFound().thrown();
  }

  private static Viewer.Member member(Viewer viewer) {
    return (Viewer.Member) viewer;
  }
}
