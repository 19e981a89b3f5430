package postern.web.threads;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import postern.http.Access;
import postern.http.Cursor;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.PostId;
import postern.kernel.Scope;
import postern.threads.HeldChanged;
import postern.threads.HeldPost;
import postern.threads.HeldPosts;
import postern.web.Desk;
import postern.web.Flash;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.Pager;
import postern.web.Said;
import postern.web.Section;
import postern.web.Visit;

/** Posts that wait for a moderator. */
@Path("/held")
@Produces(PageWriter.HTML)
public final class HeldResource {
  private static final int ON_A_PAGE = 20;

  private final Desk desk;

  HeldResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(Who.MEMBER)
  public Response list(@QueryParam("after") String after, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var views = new HeldViews(visit);
    var waiting =
        held().waiting(visit.viewer(), Optional.ofNullable(Cursor.parse(after)), ON_A_PAGE);
    Optional<String> older =
        waiting.more()
            ? Optional.of("/held?after=" + HeldPosts.cursor(waiting.rows().getLast()).text())
            : Optional.empty();
    return desk.answers()
        .page(
            new HeldPage(
                visit.frame("Posts that wait", Section.NONE),
                waiting.rows().stream().map(views::view).toList(),
                after == null
                    ? held().own(visit.viewer()).stream()
                        .filter(post -> !visit.viewer().moderates(post.board().id()))
                        .map(views::view)
                        .toList()
                    : List.of(),
                Pager.byKey(Optional.empty(), older)));
  }

  @GET
  @Path("/{id}")
  @Access(Who.MEMBER)
  public Response one(@PathParam("id") String id, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    return desk.answers().page(page(visit, found(visit, id)));
  }

  @POST
  @Path("/{id}/approve")
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response approve(@PathParam("id") String id, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var post = found(visit, id);
    return ended(visit, post, held().approve(visit.viewer(), post.id()));
  }

  @POST
  @Path("/{id}/refuse")
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response refuse(
      @PathParam("id") String id,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var post = found(visit, id);
    var reason = Inputs.of(form).text("reason");
    return ended(visit, post, held().refuse(visit.viewer(), post.id(), reason));
  }

  @POST
  @Path("/{id}/withdraw")
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response withdraw(@PathParam("id") String id, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var post = found(visit, id);
    return ended(visit, post, held().withdraw(visit.viewer(), post.id()));
  }

  private Response ended(Visit visit, HeldPost post, HeldChanged outcome) {
    return switch (outcome) {
      case HeldChanged.Standing(_, var id, _) -> desk.answers().seeOther("/p/" + id);
      case HeldChanged.Refused _ -> desk.answers().seeOther(Said.HELD_REFUSED.at("/held"));
      case HeldChanged.Withdrawn _ -> desk.answers().seeOther(Said.REMOVED.at("/held"));
      case HeldChanged.NotFound _ -> throw Problem.notFound().thrown();
      case HeldChanged.NotAllowed _ -> throw ThreadResource.notAllowed().thrown();
      case HeldChanged.BadReason(int limit) -> {
        var page = page(visit, post);
        var why = "Give a reason of at most %d characters. The author reads it.".formatted(limit);
        yield desk.answers()
            .refused(
                new HeldPage(
                    page.frame().saying(Flash.problem(why)),
                    page.waiting(),
                    page.own(),
                    page.pager()));
      }
    };
  }

  private HeldPage page(Visit visit, HeldPost post) {
    var view = List.of(new HeldViews(visit).view(post));
    boolean theirs = visit.viewer().moderates(post.board().id());
    return new HeldPage(
        visit.frame("A post that waits", Section.NONE),
        theirs ? view : List.of(),
        theirs ? List.of() : view,
        Pager.none());
  }

  private HeldPost found(Visit visit, String id) {
    return PostId.parse(id)
        .flatMap(known -> held().find(visit.viewer(), known))
        .orElseThrow(() -> Problem.notFound().thrown());
  }

  private HeldPosts held() {
    return desk.forum().discussions().heldPosts();
  }
}
