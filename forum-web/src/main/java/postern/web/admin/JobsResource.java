package postern.web.admin;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.jobs.JobView;
import postern.kernel.Scope;
import postern.kernel.Slice;
import postern.web.Count;
import postern.web.Desk;
import postern.web.PageWriter;
import postern.web.Pager;
import postern.web.Said;
import postern.web.Visit;

/** What the forum does later, and what it gave up. */
@Path("/admin/jobs")
@Produces(PageWriter.HTML)
public final class JobsResource {
  private static final int ROWS = 50;

  private final Desk desk;

  JobsResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response list(@QueryParam("after") String after, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    long from = number(Optional.ofNullable(after).orElse("0"));
    var jobs = Slice.of(desk.forum().foundation().jobs().list(from, ROWS + 1), ROWS);
    var counts =
        desk.forum().foundation().jobs().counts().stream()
            .map(
                count ->
                    new JobsPage.Tally(
                        count.kind(),
                        words(count.state()),
                        Count.of(count.number(), "", "").figure()))
            .toList();
    var older =
        jobs.more()
            ? Optional.of("/admin/jobs?after=" + jobs.rows().getLast().id())
            : Optional.<String>empty();
    return desk.answers()
        .page(
            new JobsPage(
                AdminFrames.of(visit, "Jobs"),
                counts,
                List.of(),
                jobs.rows().stream().map(job -> row(visit, job)).toList(),
                Pager.byKey(from > 0 ? Optional.of("/admin/jobs") : Optional.empty(), older)));
  }

  @POST
  @Path("/{id}/retry")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response retry(@PathParam("id") String id) {
    if (!desk.forum().foundation().jobs().revive(number(id))) {
      throw Problem.notFound().thrown();
    }
    return desk.answers().seeOther(Said.SAVED.at("/admin/jobs"));
  }

  private static JobsPage.Job row(Visit visit, JobView job) {
    boolean givenUp = job.state().equals("GIVEN_UP");
    return new JobsPage.Job(
        Long.toString(job.id()),
        job.kind(),
        job.claimed() ? "running" : words(job.state()),
        job.attempts(),
        visit.when(job.runAt()),
        Optional.ofNullable(job.lastFailure()),
        givenUp ? Optional.of("/admin/jobs/" + job.id() + "/retry") : Optional.empty());
  }

  private static String words(String state) {
    return switch (state) {
      case "WAITING" -> "waiting";
      case "GIVEN_UP" -> "given up";
      default -> state;
    };
  }

  private static long number(String id) {
    if (!id.matches("[0-9]{1,18}|[1-9][0-9]{18}")) {
      throw Problem.notFound().thrown();
    }
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException tooLarge) {
      throw Problem.notFound().thrown();
    }
  }
}
