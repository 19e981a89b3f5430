package postern.web.moderation;

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
import java.util.List;
import java.util.Optional;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Id;
import postern.kernel.Scope;
import postern.letters.LetterReports;
import postern.web.Desk;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.Pager;
import postern.web.Said;
import postern.web.Section;

/** Letters that their readers showed to the moderators. */
@Path("/moderation/letters")
@Produces(PageWriter.HTML)
public final class ReportedLettersResource {
  private static final int MOST = 50;

  private final Desk desk;

  public ReportedLettersResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  public Response list(@Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var open = reports().open(visit.member(), MOST);
    var names = desk.people().named(open.stream().map(LetterReports.Report::sender).toList());
    return desk.answers()
        .page(
            new ReportedLettersPage(
                visit.frame("Reported letters", Section.MODERATION),
                List.of(),
                open.stream()
                    .map(
                        report ->
                            new ReportedLettersPage.Report(
                                Long.toString(report.id()),
                                names.get(report.sender()),
                                visit.when(report.reportedAt()),
                                visit.when(report.reportedAt()),
                                report.subject().isBlank() ? "No subject" : report.subject(),
                                Optional.of(report.text()).filter(text -> !text.isBlank()),
                                report.reason(),
                                Optional.empty()))
                    .toList(),
                Pager.none()));
  }

  @POST
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Access(value = Who.MODERATOR, scope = Scope.STAFF)
  public Response decide(
      @Context ContainerRequestContext asked,
      @PathParam("id") String id,
      MultivaluedMap<String, String> form) {
    var inputs = Inputs.of(form);
    var report = Id.parse(id, Long::valueOf).orElseThrow(() -> Problem.notFound().thrown());
    var reason = inputs.text("decision") + ": " + inputs.text("note");
    if (reason.length() > LetterReports.MAX_REASON
        || !reports().close(desk.visit(asked).member(), report, reason)) {
      throw Problem.notFound().thrown();
    }
    return desk.answers().seeOther(Said.SAVED.at("/moderation/letters"));
  }

  private LetterReports reports() {
    return desk.forum().letters().reports();
  }
}
