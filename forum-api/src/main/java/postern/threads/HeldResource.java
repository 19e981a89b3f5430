package postern.threads;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import postern.kernel.PostId;
import postern.kernel.Scope;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;

/** Posts that wait for a moderator, and the words that make them wait, in the JSON API. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class HeldResource {
  private final Discussions rooms;
  private final Origin origin;

  public HeldResource(Discussions rooms, Origin origin) {
    this.rooms = rooms;
    this.origin = origin;
  }

  /**
   * @param why word, first-posts, links or repeated; for moderators, else null
   * @param refusal why a moderator did not let it stand; for its author, else null
   */
  record HeldJson(
      PostId id,
      ThreadId thread,
      BoardId board,
      String title,
      String url,
      AuthorJson author,
      Instant writtenAt,
      String body,
      String html,
      String why,
      String refusal) {}

  @GET
  @Path("me/held-posts")
  @Access(Who.MEMBER)
  @Operation(summary = "Your posts that wait for a moderator, and those refused lately")
  public Listing<HeldJson> own(@Parameter(hidden = true) @Auth Viewer viewer) {
    var items = rooms.heldPosts().own(viewer).stream().map(post -> json(viewer, post)).toList();
    return new Listing<>(items, null);
  }

  @DELETE
  @Path("me/held-posts/{id}")
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Operation(summary = "Takes back a post of yours that waits, or puts away one that was refused")
  public Response withdraw(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id) {
    return switch (rooms.heldPosts().withdraw(viewer, post(id))) {
      case HeldChanged.Withdrawn _ -> Response.noContent().build();
      case HeldChanged refused -> throw Refusals.of(refused).thrown();
    };
  }

  @GET
  @Path("moderation/held-posts")
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Operation(summary = "What waits on the boards that you moderate, the oldest first")
  public Listing<HeldJson> waiting(
      @Parameter(hidden = true) @Auth Viewer viewer,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    var slice =
        rooms
            .heldPosts()
            .waiting(viewer, Optional.ofNullable(Cursor.parse(after)), Listing.limit(limit));
    return Listing.of(slice, post -> json(viewer, post), HeldPosts::cursor);
  }

  record Standing(ThreadId thread, PostId post, int number, String url) {}

  @POST
  @Path("moderation/held-posts/{id}/approve")
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Operation(summary = "Lets a post stand, with the next number of its thread")
  public Standing approve(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id) {
    return switch (rooms.heldPosts().approve(viewer, post(id))) {
      case HeldChanged.Standing(var thread, var post, int number) ->
          new Standing(thread, post, number, origin.url("/p/" + post));
      case HeldChanged refused -> throw Refusals.of(refused).thrown();
    };
  }

  record Why(String reason) {}

  @POST
  @Path("moderation/held-posts/{id}/refuse")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Operation(summary = "Does not let a post stand; its author reads the reason")
  public Response refuse(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id, Why why) {
    var reason = Problem.required(why).reason();
    return switch (rooms.heldPosts().refuse(viewer, post(id), reason)) {
      case HeldChanged.Refused _ -> Response.noContent().build();
      case HeldChanged refused -> throw Refusals.of(refused).thrown();
    };
  }

  record WordJson(String id, String word, Instant addedAt) {
    static WordJson of(HeldWord word) {
      return new WordJson(Long.toString(word.id()), word.word(), word.addedAt());
    }
  }

  record NewWord(String word) {}

  @GET
  @Path("held-words")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  @Operation(summary = "The words and phrases that hold a post for a moderator")
  public Listing<WordJson> words(@Parameter(hidden = true) @Auth Viewer viewer) {
    return new Listing<>(rooms.heldWords().list(viewer).stream().map(WordJson::of).toList(), null);
  }

  @POST
  @Path("held-words")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  @Operation(summary = "Adds one")
  public Response add(@Parameter(hidden = true) @Auth Viewer viewer, NewWord word) {
    return switch (rooms.heldWords().add(viewer, Problem.required(word).word())) {
      case WordChanged.Added(var added) -> ThreadsResource.created(WordJson.of(added));
      case WordChanged refused -> throw Refusals.of(refused).thrown();
    };
  }

  @DELETE
  @Path("held-words/{id}")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  @Operation(summary = "Takes one out")
  public Response remove(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id) {
    if (!id.matches("[0-9]{1,18}")) {
      throw ThreadsResource.notFound();
    }
    return switch (rooms.heldWords().remove(viewer, Long.parseLong(id))) {
      case WordChanged.Removed _ -> Response.noContent().build();
      case WordChanged refused -> throw Refusals.of(refused).thrown();
    };
  }

  private HeldJson json(Viewer viewer, HeldPost post) {
    return new HeldJson(
        post.id(),
        post.thread().map(ForumThread::id).orElse(null),
        post.board().id(),
        post.title(),
        origin.url("/held/" + post.id()),
        AuthorJson.of(post.author()),
        post.writtenAt(),
        post.body(),
        post.html().html(),
        viewer.moderates(post.board().id()) ? ApiWords.of(post.why()) : null,
        post.refusal().map(HeldPost.Refusal::reason).orElse(null));
  }

  private static PostId post(String id) {
    return PostId.parse(id).orElseThrow(ThreadsResource::notFound);
  }
}
