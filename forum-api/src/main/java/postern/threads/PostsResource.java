package postern.threads;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import postern.http.Access;
import postern.http.Listing;
import postern.http.Origin;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.PostId;
import postern.kernel.Scope;
import postern.kernel.Viewer;

/** Single posts, their history, and previews in the JSON API. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class PostsResource {
  private final Discussions rooms;
  private final Origin origin;

  public PostsResource(Discussions rooms, Origin origin) {
    this.rooms = rooms;
    this.origin = origin;
  }

  @GET
  @Path("posts/{id}")
  @Access(Who.ANYONE)
  @Operation(summary = "One post")
  public PostJson find(@Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id) {
    return rooms
        .postLists()
        .find(viewer, post(id))
        .map(placed -> PostJson.of(placed.post(), origin))
        .orElseThrow(ThreadsResource::notFound);
  }

  record Edit(String body, String reason) {}

  @PATCH
  @Path("posts/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Operation(summary = "Puts a new text in the place of a post's: its author, or a moderator")
  public PostJson edit(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id, Edit edit) {
    var asked = Problem.required(edit);
    return json(rooms.posts().edit(viewer, post(id), asked.body(), asked.reason()));
  }

  @DELETE
  @Path("posts/{id}")
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Operation(summary = "Takes a post out of sight: its author, or a moderator")
  public Response delete(
      @Parameter(hidden = true) @Auth Viewer viewer,
      @PathParam("id") String id,
      @QueryParam("reason") String reason) {
    json(rooms.posts().delete(viewer, post(id), reason));
    return Response.noContent().build();
  }

  record Why(String reason) {}

  @POST
  @Path("posts/{id}/restore")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Operation(summary = "Brings a deleted post back")
  public PostJson restore(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id, Why why) {
    return json(rooms.posts().restore(viewer, post(id), why == null ? null : why.reason()));
  }

  /** A stretch of text that is {@code same}, {@code added} or {@code removed}. */
  record Change(String kind, String text) {}

  /**
   * @param changes the words that differ from the version before; for the first, none
   */
  record RevisionJson(
      int number,
      Instant writtenAt,
      AuthorJson writtenBy,
      String format,
      String body,
      List<Change> changes) {}

  @GET
  @Path("posts/{id}/revisions")
  @Access(Who.MEMBER)
  @Operation(summary = "Every version of a post, the first first: for its author and moderators")
  public Listing<RevisionJson> revisions(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id) {
    var versions =
        rooms.postLists().revisions(viewer, post(id)).orElseThrow(ThreadsResource::notFound);
    var items = new ArrayList<RevisionJson>();
    Revision before = null;
    for (var version : versions) {
      items.add(json(before, version));
      before = version;
    }
    return new Listing<>(items, null);
  }

  record Text(String body) {}

  record Html(String html) {}

  @POST
  @Path("preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Operation(summary = "What a text would become, exactly; nothing is kept")
  public Html preview(@Parameter(hidden = true) @Auth Viewer viewer, Text text) {
    return switch (rooms.posts().preview(viewer, Problem.required(text).body())) {
      case Previewed.Shown(var html) -> new Html(html.html());
      case Previewed refused -> throw Refusals.of(refused).thrown();
    };
  }

  private PostJson json(PostChanged change) {
    return switch (change) {
      case PostChanged.Changed(var post) -> PostJson.of(post, origin);
      case PostChanged refused -> throw Refusals.of(refused).thrown();
    };
  }

  private static RevisionJson json(Revision before, Revision version) {
    return new RevisionJson(
        version.number(),
        version.writtenAt(),
        AuthorJson.of(version.writtenBy()),
        ApiWords.of(version.format()),
        version.body(),
        before == null ? List.of() : changes(before.body(), version.body()));
  }

  private static List<Change> changes(String before, String after) {
    return WordDiff.between(before, after).stream()
        .map(segment -> new Change(ApiWords.of(segment.kind()), segment.text()))
        .toList();
  }

  private static PostId post(String id) {
    return PostId.parse(id).orElseThrow(ThreadsResource::notFound);
  }
}
