package postern.web.notices;

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
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Scope;
import postern.kernel.ThreadId;
import postern.threads.ForumThread;
import postern.web.Desk;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.Said;
import postern.web.Visit;

/** The buttons that watch a thread, or end that. */
@Path("/t/{id}")
@Produces(PageWriter.HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class ThreadWatchResource {
  private final Desk desk;

  ThreadWatchResource(Desk desk) {
    this.desk = desk;
  }

  @POST
  @Path("/watch")
  @Access(value = Who.MEMBER, scope = Scope.POST)
  public Response watch(
      @PathParam("id") String id,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var thread = thread(visit, id);
    desk.forum().notices().watches().watch(visit.member(), thread.id());
    return back(thread, form, Said.WATCHED);
  }

  @POST
  @Path("/unwatch")
  @Access(value = Who.MEMBER, scope = Scope.POST)
  public Response unwatch(
      @PathParam("id") String id,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var thread = thread(visit, id);
    desk.forum().notices().watches().unwatch(visit.member(), thread.id());
    return back(thread, form, Said.UNWATCHED);
  }

  private ForumThread thread(Visit visit, String id) {
    return ThreadId.parse(id)
        .flatMap(known -> desk.forum().discussions().threads().find(visit.viewer(), known))
        .orElseThrow(() -> Problem.notFound().thrown())
        .thread();
  }

  private Response back(ForumThread thread, MultivaluedMap<String, String> form, Said said) {
    var page = Inputs.of(form).text("page");
    var path = "/t/" + thread.id() + "/" + thread.slug();
    boolean later = page.matches("[1-9][0-9]{0,8}") && !page.equals("1");
    return desk.answers().seeOther(said.at(later ? path + "?page=" + page : path));
  }
}
