package postern.web.threads;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.BoardId;
import postern.kernel.Scope;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;
import postern.threads.Marks;
import postern.threads.ThreadChanged;
import postern.threads.ThreadView;
import postern.web.Desk;
import postern.web.Flash;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.Said;
import postern.web.Visit;

/** What moderators do to a thread, each with a reason that its readers see. */
@Path("/t/{id}")
@Produces(PageWriter.HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class ThreadMarksResource {
  private final Desk desk;
  private final ThreadPages pages;

  ThreadMarksResource(Desk desk, ThreadPages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  @POST
  @Path("/lock")
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  public Response lock(
      @PathParam("id") String id,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    return mark(asked, id, form, Marks::lock, Said.LOCKED);
  }

  @POST
  @Path("/unlock")
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  public Response unlock(
      @PathParam("id") String id,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    return mark(asked, id, form, Marks::unlock, Said.UNLOCKED);
  }

  @POST
  @Path("/pin")
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  public Response pin(
      @PathParam("id") String id,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    return mark(asked, id, form, Marks::pin, Said.PINNED);
  }

  @POST
  @Path("/unpin")
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  public Response unpin(
      @PathParam("id") String id,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    return mark(asked, id, form, Marks::unpin, Said.UNPINNED);
  }

  @POST
  @Path("/hide")
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  public Response hide(
      @PathParam("id") String id,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    return mark(asked, id, form, Marks::hide, Said.HIDDEN);
  }

  @POST
  @Path("/unhide")
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  public Response unhide(
      @PathParam("id") String id,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    return mark(asked, id, form, Marks::show, Said.SHOWN);
  }

  @POST
  @Path("/move")
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  public Response move(
      @PathParam("id") String id,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    var board =
        BoardId.parse(Inputs.of(form).text("board"))
            .orElseThrow(() -> Problem.of(400, "bad-request", "Choose a board.").thrown());
    return mark(
        asked,
        id,
        form,
        (marks, by, thread, why) -> marks.move(by, thread, board, why),
        Said.MOVED);
  }

  private interface Mark {
    ThreadChanged apply(Marks marks, Viewer by, ThreadId thread, String reason);
  }

  private Response mark(
      ContainerRequestContext asked,
      String id,
      MultivaluedMap<String, String> form,
      Mark mark,
      Said done) {
    var visit = desk.visit(asked);
    var thread = pages.thread(visit, id);
    var marks = desk.forum().discussions().marks();
    var reason = Inputs.of(form).text("reason");
    return switch (mark.apply(marks, visit.viewer(), thread.id(), reason)) {
      case ThreadChanged.Changed(var changed) ->
          desk.answers().seeOther(done.at(Places.thread(changed)));
      case ThreadChanged.NotFound _ -> throw Problem.notFound().thrown();
      case ThreadChanged.NotAllowed _ -> throw ThreadResource.notAllowed().thrown();
      case ThreadChanged.NoSuchBoard _ ->
          refused(visit, thread, "You cannot move a thread to that board.");
      case ThreadChanged.BadTitle(int limit) -> refused(visit, thread, TextFaults.title(limit));
      case ThreadChanged.BadReason(int limit) -> refused(visit, thread, TextFaults.reason(limit));
      case ThreadChanged.WouldWait _ -> throw new IllegalStateException("no title was changed");
      case ThreadChanged.TooSoon(var wait) -> throw Problem.tooMany(wait).thrown();
    };
  }

  private Response refused(Visit visit, ThreadView thread, String why) {
    return desk.answers()
        .refused(
            pages.page(visit, thread, 1, ThreadPages.Draft.EMPTY, Optional.of(Flash.problem(why))));
  }
}
