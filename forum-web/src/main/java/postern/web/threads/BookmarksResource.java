package postern.web.threads;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import postern.http.Access;
import postern.http.Cursor;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Scope;
import postern.threads.Bookmarked;
import postern.threads.Bookmarks;
import postern.web.Desk;
import postern.web.PageWriter;
import postern.web.Pager;
import postern.web.People;
import postern.web.Said;
import postern.web.Section;
import postern.web.Visit;
import postern.web.boards.BoardLinks;
import postern.web.members.Excerpts;

/** A member's bookmarks, and the buttons that make and end them. */
@Path("/bookmarks")
@Produces(PageWriter.HTML)
public final class BookmarksResource {
  private static final String PAGE = "/bookmarks";
  private static final int ROWS = 30;

  private final Desk desk;
  private final ThreadPages pages;

  BookmarksResource(Desk desk, ThreadPages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  @GET
  @Access(Who.MEMBER)
  public Response list(@QueryParam("after") String after, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var from = Optional.ofNullable(Cursor.parse(after));
    var slice = bookmarks().list(visit.member(), from, ROWS);
    var older =
        slice.more()
            ? Optional.of(PAGE + "?after=" + Bookmarks.cursor(slice.rows().getLast()).text())
            : Optional.<String>empty();
    return desk.answers()
        .page(
            new BookmarksPage(
                visit.frame("Bookmarks", Section.NONE),
                slice.rows().stream().map(bookmark -> kept(visit, bookmark)).toList(),
                Pager.byKey(from.map(_ -> PAGE), older)));
  }

  @POST
  @Path("/{id}")
  @Access(value = Who.MEMBER, scope = Scope.POST)
  public Response add(@PathParam("id") String id, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var placed = pages.post(visit, id);
    return switch (bookmarks().add(visit.member(), placed.post().id())) {
      case Bookmarked.Done _ ->
          desk.answers()
              .seeOther(Said.BOOKMARKED.at(Places.post(placed.thread().thread(), placed.post())));
      case Bookmarked.NotFound _ -> throw Problem.notFound().thrown();
      case Bookmarked.TooMany(int limit) ->
          throw Problem.of(
                  409,
                  "too-many-bookmarks",
                  "You have " + limit + " bookmarks. Take one away first.")
              .thrown();
    };
  }

  @POST
  @Path("/{id}/remove")
  @Access(value = Who.MEMBER, scope = Scope.POST)
  public Response remove(@PathParam("id") String id, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    bookmarks().remove(visit.member(), pages.post(visit, id).post().id());
    return desk.answers().seeOther(Said.UNBOOKMARKED.at(PAGE));
  }

  private static BookmarksPage.Kept kept(Visit visit, Bookmarks.Bookmark bookmark) {
    var post = bookmark.placed().post();
    var thread = bookmark.placed().thread();
    return new BookmarksPage.Kept(
        thread.thread().title(),
        "/p/" + post.id(),
        BoardLinks.of(thread.board()),
        People.name(post.author()),
        Excerpts.of(post.html()),
        visit.when(post.createdAt()),
        PAGE + "/" + post.id() + "/remove");
  }

  private Bookmarks bookmarks() {
    return desk.reading().bookmarks();
  }
}
