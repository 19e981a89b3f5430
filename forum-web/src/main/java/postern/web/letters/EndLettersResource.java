package postern.web.letters;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.web.ConfirmPage;
import postern.web.Desk;
import postern.web.Link;
import postern.web.MessagePage;
import postern.web.PageWriter;
import postern.web.Section;

/**
 * The link in a letter's List-Unsubscribe header. A look changes nothing; the button, or one click
 * in a mail program (RFC 8058), ends the correspondence for the one whom the letter was for.
 */
@Path("/letters/end/{token}")
@Produces(PageWriter.HTML)
public final class EndLettersResource {
  private final Desk desk;

  EndLettersResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(Who.ANYONE)
  public Response ask(@Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    return desk.answers()
        .page(
            new ConfirmPage(
                visit.frame("End these letters", Section.NONE, "/letters"),
                List.of(
                    "One press, and you get no more letters from this member.",
                    "They are not told. If you write to them again, they can answer again."),
                visit.path(),
                "End these letters",
                true,
                Optional.empty()));
  }

  @POST
  @Access(Who.ANYONE)
  public Response end(@PathParam("token") String token, @Context ContainerRequestContext asked) {
    if (!desk.forum().letters().end(token)) {
      throw Problem.notFound().thrown();
    }
    var visit = desk.visit(asked);
    return desk.answers()
        .page(
            new MessagePage(
                visit.frame("These letters have ended", Section.NONE, "/letters"),
                List.of("You get no more letters from this member."),
                Optional.of(new Link("Front page", "/"))));
  }
}
