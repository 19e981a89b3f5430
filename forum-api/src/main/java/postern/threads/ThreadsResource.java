package postern.threads;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import postern.http.Access;
import postern.http.Cursor;
import postern.http.Listing;
import postern.http.Origin;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.BoardId;
import postern.kernel.PostId;
import postern.kernel.Scope;
import postern.kernel.Slice;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;

/** Threads in the JSON API. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class ThreadsResource {
  private final Discussions rooms;
  private final Origin origin;

  public ThreadsResource(Discussions rooms, Origin origin) {
    this.rooms = rooms;
    this.origin = origin;
  }

  @GET
  @Path("threads")
  @Access(Who.ANYONE)
  @Operation(
      summary = "The threads of all boards that you may read, by last activity",
      description =
          "view: latest, unanswered, or for members unread, new (since the last visit),"
              + " bookmarked")
  public Listing<ThreadJson> latest(
      @Parameter(hidden = true) @Auth Viewer viewer,
      @QueryParam("view") String view,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    var slice = slice(viewer, view, cursor(after), Listing.limit(limit));
    return listing(viewer, slice, ThreadLists::cursor);
  }

  @GET
  @Path("boards/{id}/threads")
  @Access(Who.ANYONE)
  @Operation(summary = "A board's threads, pinned ones first, then by last activity")
  public Listing<ThreadJson> onBoard(
      @Parameter(hidden = true) @Auth Viewer viewer,
      @PathParam("id") String id,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    var slice =
        rooms
            .threadLists()
            .onBoard(viewer, board(id), cursor(after), Listing.limit(limit))
            .orElseThrow(ThreadsResource::notFound);
    return listing(viewer, slice, ThreadLists::cursorOnBoard);
  }

  private Slice<ThreadView> slice(Viewer viewer, String view, Optional<Cursor> after, int limit) {
    var lists = rooms.reading().lists();
    return switch (view == null ? "latest" : view) {
      case "latest" -> rooms.threadLists().latest(viewer, after, limit);
      case "unanswered" -> lists.unanswered(viewer, Optional.empty(), after, limit);
      case "unread" -> lists.unread(ReadingResource.member(viewer), Optional.empty(), after, limit);
      case "new" -> lists.since(viewer, lastVisit(viewer), after, limit);
      case "bookmarked" -> lists.bookmarked(ReadingResource.member(viewer), after, limit);
      default ->
          throw Problem.of(
                  400,
                  "bad-view",
                  "The parameter 'view' is latest, unanswered, unread, new or bookmarked.")
              .thrown();
    };
  }

  private Instant lastVisit(Viewer viewer) {
    var member = ReadingResource.member(viewer);
    return rooms.reading().marks().lastVisit(member).orElse(Instant.EPOCH);
  }

  private Listing<ThreadJson> listing(
      Viewer viewer, Slice<ThreadView> slice, Function<ThreadView, Cursor> key) {
    var seen = seen(viewer, slice.rows());
    return Listing.of(slice, view -> ThreadJson.of(view, origin, seen), key);
  }

  private Optional<Seen> seen(Viewer viewer, List<ThreadView> threads) {
    return viewer instanceof Viewer.Member
        ? Optional.of(rooms.reading().marks().seen(viewer, threads))
        : Optional.empty();
  }

  record NewThread(String title, String body) {}

  record Started201(ThreadId id, PostId post, String url) {}

  @POST
  @Path("boards/{id}/threads")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Operation(summary = "Starts a thread; its body is Markdown")
  public Response start(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id, NewThread thread) {
    var asked = Problem.required(thread);
    return switch (rooms.threads().start(viewer, board(id), asked.title(), asked.body())) {
      case Started.Posted(var started, var post, var slug) ->
          created(new Started201(started, post, origin.url("/t/" + started + "/" + slug)));
      case Started.Held(var post) -> held(post);
      case Started refused -> throw Refusals.of(refused).thrown();
    };
  }

  @GET
  @Path("threads/{id}")
  @Access(Who.ANYONE)
  @Operation(summary = "One thread")
  public ThreadJson find(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id) {
    return rooms
        .threads()
        .find(viewer, thread(id))
        .map(view -> ThreadJson.of(view, origin, seen(viewer, List.of(view))))
        .orElseThrow(() -> elsewhere(viewer, id, ""));
  }

  record NewTitle(String title, String reason) {}

  @PATCH
  @Path("threads/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Operation(summary = "Renames a thread: its starter while it is open, or a moderator")
  public ThreadJson retitle(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id, NewTitle title) {
    var asked = Problem.required(title);
    return switch (rooms.threads().retitle(viewer, thread(id), asked.title(), asked.reason())) {
      case ThreadChanged.Changed _ -> find(viewer, id);
      case ThreadChanged refused -> throw Refusals.of(refused).thrown();
    };
  }

  @GET
  @Path("threads/{id}/posts")
  @Access(Who.ANYONE)
  @Operation(summary = "A thread's posts by their numbers")
  public Listing<PostJson> posts(
      @Parameter(hidden = true) @Auth Viewer viewer,
      @PathParam("id") String id,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    int number =
        cursor(after).map(cursor -> Math.clamp(cursor.id(), 0, Integer.MAX_VALUE - 1)).orElse(0);
    var stretch =
        rooms
            .postLists()
            .range(viewer, thread(id), number, Listing.limit(limit))
            .orElseThrow(() -> elsewhere(viewer, id, "/posts"));
    return Listing.of(
        stretch.posts(),
        post -> PostJson.of(post, origin),
        post -> new Cursor(Instant.EPOCH, post.number()));
  }

  record NewPost(String body) {}

  record Posted201(PostId id, int number, String url) {}

  @POST
  @Path("threads/{id}/posts")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Operation(summary = "Replies in a thread; the body is Markdown")
  public Response reply(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id, NewPost post) {
    return switch (rooms.posts().reply(viewer, thread(id), Problem.required(post).body())) {
      case Replied.Posted(var made, int number) ->
          created(new Posted201(made, number, origin.url("/p/" + made)));
      case Replied.Held(var held) -> held(held);
      case Replied refused -> throw Refusals.of(refused).thrown();
    };
  }

  /** A thread that was merged into another leads there for good; else 404. */
  private RuntimeException elsewhere(Viewer viewer, String id, String part) {
    return rooms
        .seams()
        .follow(viewer, thread(id))
        .<RuntimeException>map(
            merged ->
                new RedirectionException(
                    308, URI.create(origin.url("/api/v1/threads/" + merged.thread().id() + part))))
        .orElseGet(ThreadsResource::notFound);
  }

  private ThreadJson json(ThreadView view) {
    return ThreadJson.of(view, origin);
  }

  record Held202(PostId post, boolean held, String url) {}

  /** It waits for a moderator: taken, and not yet there (RFC 9110 section 15.3.3). */
  private Response held(PostId post) {
    return Response.status(202)
        .entity(new Held202(post, true, origin.url("/held/" + post)))
        .build();
  }

  static Response created(Object entity) {
    return Response.status(201).entity(entity).build();
  }

  static ThreadId thread(String id) {
    return ThreadId.parse(id).orElseThrow(ThreadsResource::notFound);
  }

  static RuntimeException notFound() {
    return Problem.notFound().thrown();
  }

  private static BoardId board(String id) {
    return BoardId.parse(id).orElseThrow(ThreadsResource::notFound);
  }

  private static Optional<Cursor> cursor(String after) {
    return Optional.ofNullable(Cursor.parse(after));
  }
}
