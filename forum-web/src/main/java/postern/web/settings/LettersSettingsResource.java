package postern.web.settings;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Scope;
import postern.letters.LetterRules;
import postern.letters.Writers;
import postern.web.Desk;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.Said;

/** Who may write to a member, and whether the letters stay on the site. */
@Path("/settings/letters")
@Produces(PageWriter.HTML)
public final class LettersSettingsResource {
  private final Desk desk;

  LettersSettingsResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  public Response form(@Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var rules = desk.forum().letters().rules(visit.member());
    var mailbox =
        visit.member().username() + "@" + desk.forum().foundation().settings().delivery().domain();
    return desk.answers()
        .page(
            new LettersSettingsPage(
                SettingsFrames.of(desk, visit, SettingsPart.LETTERS),
                LettersSettingsPage.options(word(rules.writers())),
                rules.keeps(),
                mailbox));
  }

  @POST
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response save(
      @Context ContainerRequestContext asked, MultivaluedMap<String, String> form) {
    var member = desk.visit(asked).member();
    var inputs = Inputs.of(form);
    var letters = desk.forum().letters();
    var writers =
        writers(inputs.text("who_may_write"))
            .orElseThrow(
                () -> Problem.of(400, "bad-request", "Choose who may write to you.").thrown());
    boolean keeps = inputs.is("keep_letters", "yes");
    letters.setRules(member, new LetterRules(writers, keeps, letters.rules(member).listed()));
    return desk.answers().seeOther(Said.SAVED.at(SettingsPart.LETTERS.href()));
  }

  private static Optional<Writers> writers(String word) {
    return Arrays.stream(Writers.values()).filter(each -> word(each).equals(word)).findFirst();
  }

  private static String word(Writers writers) {
    return switch (writers) {
      case EVERYONE -> "everyone";
      case THOSE_I_WROTE_TO -> "those_i_wrote_to";
      case NOBODY -> "nobody";
    };
  }
}
