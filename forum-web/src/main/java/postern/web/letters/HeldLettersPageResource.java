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
import java.util.Optional;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.LetterId;
import postern.kernel.Scope;
import postern.letters.HeldLetters;
import postern.letters.Taken;
import postern.web.Count;
import postern.web.Desk;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.Said;
import postern.web.Section;
import postern.web.Visit;

/** Asks a member whether letters that came in their name are theirs. */
@Path("/letters/held")
@Produces(PageWriter.HTML)
public final class HeldLettersPageResource {
  private final Desk desk;

  HeldLettersPageResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(value = Who.MEMBER, scope = Scope.LETTERS)
  public Response list(@Context ContainerRequestContext asked) {
    return desk.answers().page(page(desk.visit(asked), Optional.empty()));
  }

  @POST
  @Path("/{id: [0-9]+}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Access(value = Who.MEMBER, scope = Scope.LETTERS)
  public Response answer(
      @Context ContainerRequestContext asked,
      @PathParam("id") String id,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var letter = LetterId.parse(id).orElseThrow(() -> Problem.notFound().thrown());
    if (Inputs.of(form).is("answer", "yes")) {
      return send(visit, letter);
    }
    if (!held().drop(visit.member(), letter)) {
      throw Problem.notFound().thrown();
    }
    return desk.answers().seeOther(Said.NOT_MINE.at("/letters/held"));
  }

  private Response send(Visit visit, LetterId letter) {
    var taken = held().send(visit.member(), letter);
    return switch (taken.orElseThrow(() -> Problem.notFound().thrown())) {
      case Taken.Accepted _, Taken.Repeated _ ->
          desk.answers().seeOther(Said.LETTER_SENT.at("/letters"));
      case Taken.NoSuchMailbox _ -> refused(visit, "This member takes no letters from you.");
      case Taken.NotInGoodStanding _ -> refused(visit, "Your account cannot write at the moment.");
      case Taken.TooMany _ ->
          refused(visit, "You have sent many letters today. Please try again tomorrow.");
      case Taken.Refused _ ->
          refused(
              visit,
              "This letter cannot be passed on: it is empty, signed, encrypted or automatic.");
    };
  }

  private Response refused(Visit visit, String why) {
    return desk.answers().refused(page(visit, Optional.of(why)));
  }

  private HeldLettersPage page(Visit visit, Optional<String> refused) {
    var rows = held().of(visit.member()).stream().map(letter -> row(visit, letter)).toList();
    return new HeldLettersPage(visit.frame("Was this you?", Section.LETTERS), rows, refused);
  }

  private static HeldLettersPage.Row row(Visit visit, HeldLetters.Held letter) {
    return new HeldLettersPage.Row(
        letter.id().toString(),
        letter.to().toString(),
        letter.subject().isBlank() ? "No subject" : letter.subject(),
        letter.text(),
        Optional.of(letter.files()).filter(files -> files > 0).map(Count::files),
        visit.when(letter.heldAt()));
  }

  private HeldLetters held() {
    return desk.forum().letters().held();
  }
}
