package postern.web.threads;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Scope;
import postern.threads.PostChanged;
import postern.threads.PostLists.PlacedPost;
import postern.threads.Revision;
import postern.threads.WordDiff;
import postern.web.Desk;
import postern.web.Flash;
import postern.web.Inputs;
import postern.web.MemberName;
import postern.web.PageWriter;
import postern.web.People;
import postern.web.Said;
import postern.web.Section;
import postern.web.Visit;

/** One post: where it stands, its versions, and taking it away or bringing it back. */
@Path("/p/{id}")
@Produces(PageWriter.HTML)
public final class PostResource {
  private final Desk desk;
  private final ThreadPages pages;

  PostResource(Desk desk, ThreadPages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  @GET
  @Access(Who.ANYONE)
  public Response place(@PathParam("id") String id, @Context ContainerRequestContext asked) {
    var placed = pages.post(desk.visit(asked), id);
    return desk.answers().redirect(Places.post(placed.thread().thread(), placed.post()));
  }

  @GET
  @Path("/history")
  @Access(Who.MEMBER)
  public Response history(@PathParam("id") String id, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var placed = pages.post(visit, id);
    var versions =
        desk.forum()
            .discussions()
            .postLists()
            .revisions(visit.viewer(), placed.post().id())
            .orElseThrow(() -> Problem.notFound().thrown());
    var shown = new ArrayList<PostHistoryPage.Version>();
    var before = Optional.<String>empty();
    for (var version : versions) {
      shown.addFirst(version(visit, version, People.name(version.writtenBy()), before));
      before = Optional.of(version.body());
    }
    return desk.answers()
        .page(
            new PostHistoryPage(
                visit.frame("Versions of a post", Section.BOARDS),
                placed.thread().thread().title(),
                "/p/" + placed.post().id(),
                People.name(placed.post().author()),
                shown));
  }

  @POST
  @Path("/delete")
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response delete(
      @PathParam("id") String id,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var placed = pages.post(visit, id);
    var posts = desk.forum().discussions().posts();
    return changed(
        visit,
        placed,
        posts.delete(visit.viewer(), placed.post().id(), Inputs.of(form).text("reason")),
        Said.DELETED);
  }

  @POST
  @Path("/restore")
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response restore(
      @PathParam("id") String id,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var placed = pages.post(visit, id);
    var posts = desk.forum().discussions().posts();
    return changed(
        visit,
        placed,
        posts.restore(visit.viewer(), placed.post().id(), Inputs.of(form).text("reason")),
        Said.RESTORED);
  }

  private Response changed(Visit visit, PlacedPost placed, PostChanged outcome, Said done) {
    return switch (outcome) {
      case PostChanged.Changed(var post) ->
          desk.answers().seeOther(done.at(Places.post(placed.thread().thread(), post)));
      case PostChanged.NotFound _ -> throw Problem.notFound().thrown();
      case PostChanged.NotAllowed _ -> throw ThreadResource.notAllowed().thrown();
      case PostChanged.ThreadLocked _ ->
          again(visit, placed, "The thread is locked, so its posts stay as they are.");
      case PostChanged.BadBody(var fault) -> again(visit, placed, TextFaults.sentence(fault));
      case PostChanged.BadReason(int limit) -> again(visit, placed, TextFaults.reason(limit));
      case PostChanged.WouldWait _ -> throw new IllegalStateException("nothing was edited");
      case PostChanged.TooSoon(var wait) -> throw Problem.tooMany(wait).thrown();
    };
  }

  private Response again(Visit visit, PlacedPost placed, String why) {
    long page = Places.pageOf(placed.post().number());
    return desk.answers()
        .refused(
            pages.page(
                visit,
                placed.thread(),
                page,
                ThreadPages.Draft.EMPTY,
                Optional.of(Flash.problem(why))));
  }

  private static PostHistoryPage.Version version(
      Visit visit, Revision revision, MemberName by, Optional<String> before) {
    var words =
        before
            .map(old -> WordDiff.between(old, revision.body()))
            .orElseGet(() -> List.of(new WordDiff.Segment(WordDiff.Kind.SAME, revision.body())));
    return new PostHistoryPage.Version(
        revision.number(),
        by,
        visit.when(revision.writtenAt()),
        words.stream().map(PostHistoryPage.Words::of).toList());
  }
}
