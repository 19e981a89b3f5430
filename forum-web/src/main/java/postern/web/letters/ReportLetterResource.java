package postern.web.letters;

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
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.LetterId;
import postern.kernel.Scope;
import postern.letters.LetterReports.Reported;
import postern.letters.LetterView;
import postern.web.Desk;
import postern.web.Field;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.Said;
import postern.web.Section;
import postern.web.Visit;

/** Shows a letter that one received to the moderators. */
@Path("/letters/{id: [0-9]+}/report/{letter: [0-9]+}")
@Produces(PageWriter.HTML)
public final class ReportLetterResource {
  private final Desk desk;

  ReportLetterResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(value = Who.MEMBER, scope = Scope.LETTERS)
  public Response form(
      @Context ContainerRequestContext asked,
      @PathParam("id") String id,
      @PathParam("letter") String letter) {
    var visit = desk.visit(asked);
    return desk.answers().page(page(visit, id, received(visit, letter), Field.empty("reason")));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Access(value = Who.MEMBER, scope = Scope.LETTERS)
  public Response report(
      @Context ContainerRequestContext asked,
      @PathParam("id") String id,
      @PathParam("letter") String letter,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var view = received(visit, letter);
    var reason = Inputs.of(form).field("reason");
    var done = desk.forum().letters().reports().report(visit.member(), view.id(), reason.value());
    return switch (done) {
      case Reported.Done _, Reported.AlreadyReported _ ->
          desk.answers().seeOther(Said.REPORTED.at("/letters/" + id));
      case Reported.NoSuchLetter _ -> throw Problem.notFound().thrown();
      case Reported.BadReason _ ->
          desk.answers()
              .refused(
                  page(
                      visit,
                      id,
                      view,
                      reason.refused("Say what is wrong, in at most 1,000 characters.")));
    };
  }

  private LetterView received(Visit visit, String letter) {
    return LetterId.parse(letter)
        .flatMap(known -> desk.forum().letters().received(visit.member(), known))
        .orElseThrow(() -> Problem.notFound().thrown());
  }

  private ReportLetterPage page(Visit visit, String id, LetterView letter, Field reason) {
    return new ReportLetterPage(
        visit.frame("Report a letter", Section.LETTERS),
        desk.people().named(List.of(letter.sender())).get(letter.sender()),
        letter.subject().orElse("No subject"),
        "/letters/" + id + "/report/" + letter.id(),
        "/letters/" + id,
        reason,
        letter.body().isPresent());
  }
}
