package postern.threads;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import postern.kernel.PostId;
import postern.kernel.Scope;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;

/** A member's bookmarks in the JSON API. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class BookmarksResource {
  private final Bookmarks bookmarks;
  private final Origin origin;

  public BookmarksResource(Discussions rooms, Origin origin) {
    this.bookmarks = rooms.reading().bookmarks();
    this.origin = origin;
  }

  record BookmarkJson(Instant at, String title, PostJson post) {}

  @GET
  @Path("me/bookmarks")
  @Access(Who.MEMBER)
  @Operation(summary = "The posts that you bookmarked and may read, the newest bookmark first")
  public Listing<BookmarkJson> list(
      @Parameter(hidden = true) @Auth Viewer viewer,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    var from = Optional.ofNullable(Cursor.parse(after));
    var slice = bookmarks.list(ReadingResource.member(viewer), from, Listing.limit(limit));
    return Listing.of(slice, this::json, Bookmarks::cursor);
  }

  @PUT
  @Path("posts/{id}/bookmark")
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Operation(summary = "Bookmarks a post")
  public Response add(@Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id) {
    return done(bookmarks.add(ReadingResource.member(viewer), post(id)));
  }

  @DELETE
  @Path("posts/{id}/bookmark")
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Operation(summary = "Takes a bookmark away")
  public Response remove(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id) {
    bookmarks.remove(ReadingResource.member(viewer), post(id));
    return Response.noContent().build();
  }

  @PUT
  @Path("threads/{id}/bookmark")
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Operation(summary = "Bookmarks a thread, by its first post")
  public Response addThread(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id) {
    return done(bookmarks.add(ReadingResource.member(viewer), thread(id)));
  }

  @DELETE
  @Path("threads/{id}/bookmark")
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Operation(summary = "Takes the bookmark of a thread's first post away")
  public Response removeThread(
      @Parameter(hidden = true) @Auth Viewer viewer, @PathParam("id") String id) {
    bookmarks.remove(ReadingResource.member(viewer), thread(id));
    return Response.noContent().build();
  }

  private BookmarkJson json(Bookmarks.Bookmark bookmark) {
    var placed = bookmark.placed();
    return new BookmarkJson(
        bookmark.at(), placed.thread().thread().title(), PostJson.of(placed.post(), origin));
  }

  private static Response done(Bookmarked outcome) {
    return switch (outcome) {
      case Bookmarked.Done _ -> Response.noContent().build();
      case Bookmarked.NotFound _ -> throw ThreadsResource.notFound();
      case Bookmarked.TooMany(int limit) -> throw tooMany(limit).thrown();
    };
  }

  private static Problem tooMany(int limit) {
    return Problem.of(409, "too-many-bookmarks", "Take a bookmark away first.")
        .with("limit", limit);
  }

  private static PostId post(String id) {
    return PostId.parse(id).orElseThrow(ThreadsResource::notFound);
  }

  private static ThreadId thread(String id) {
    return ThreadId.parse(id).orElseThrow(ThreadsResource::notFound);
  }
}
