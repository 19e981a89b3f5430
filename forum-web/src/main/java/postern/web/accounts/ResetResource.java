package postern.web.accounts;

import jakarta.servlet.http.HttpServletRequest;
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
import postern.accounts.Password;
import postern.accounts.PasswordChange;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.MemberId;
import postern.kernel.Token;
import postern.web.Desk;
import postern.web.Field;
import postern.web.Inputs;
import postern.web.Link;
import postern.web.PageWriter;
import postern.web.Said;
import postern.web.Section;
import postern.web.Visit;

/** The link for a new password. */
@Path("/reset/{token}")
@Produces(PageWriter.HTML)
public final class ResetResource {
  private final Desk desk;

  ResetResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(Who.ANYONE)
  public Response form(@Context ContainerRequestContext asked) {
    return desk.answers().page(page(desk.visit(asked), Field.empty("password")));
  }

  @POST
  @Access(Who.ANYONE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response reset(
      @PathParam("token") String token,
      @Context ContainerRequestContext asked,
      @Context HttpServletRequest from,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var next = Password.typed(Inputs.of(form).text("password"));
    var passwords = desk.forum().accounts().passwords();
    var outcome =
        Token.parse(token)
            .map(link -> passwords.reset(link, next, SignUpResource.network(from)))
            .orElseGet(PasswordChange.NoSuchLink::new);
    return switch (outcome) {
      case PasswordChange.Done(var member) -> done(member);
      case PasswordChange.Weak(var why) ->
          desk.answers().refused(page(visit, Field.empty("password").refused(why.sentence())));
      case PasswordChange.NoSuchLink _, PasswordChange.WrongPassword _ ->
          desk.answers()
              .page(
                  Links.GONE,
                  Links.over(
                      visit,
                      "Ask for a new one; the newest mail has the link that holds.",
                      new Link("Ask for a new link", "/forgotten")));
      case PasswordChange.TooManyAttempts(var wait) -> throw Problem.tooMany(wait).thrown();
    };
  }

  // This browser is its owner's, so that a stranger's guesses cannot keep them out from here.
  private Response done(MemberId member) {
    var sessions = desk.forum().sessions();
    var cookies = sessions.edge().cookies();
    return desk.answers()
        .seeOther(
            Said.PASSWORD_RESET.at("/sign-in"),
            cookies.signedOut(),
            cookies.device(sessions.trust(member)));
  }

  private static NewPasswordPage page(Visit visit, Field password) {
    return new NewPasswordPage(
        visit.frame("New password", Section.NONE, "/reset"), visit.path(), password);
  }
}
