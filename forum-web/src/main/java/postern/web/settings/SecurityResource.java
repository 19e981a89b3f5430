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
import postern.accounts.Password;
import postern.accounts.PasswordChange;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Scope;
import postern.sessions.CurrentSession;
import postern.web.Desk;
import postern.web.Field;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.Said;
import postern.web.Visit;

/** The password, and signing out everywhere. */
@Path("/settings/security")
@Produces(PageWriter.HTML)
public final class SecurityResource {
  private static final Field CURRENT = Field.empty("current_password");
  private static final Field NEXT = Field.empty("new_password");

  private final Desk desk;

  SecurityResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  public Response form(@Context ContainerRequestContext asked) {
    return desk.answers().page(page(desk.visit(asked), CURRENT, NEXT));
  }

  @POST
  @Path("/password")
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response password(
      @Context ContainerRequestContext asked, MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var inputs = Inputs.of(form);
    var here = CurrentSession.of(asked).orElseThrow();
    var change =
        desk.forum()
            .sessions()
            .changePassword(
                here,
                Password.typed(inputs.text("current_password")),
                Password.typed(inputs.text("new_password")));
    return switch (change) {
      case PasswordChange.Done _ ->
          desk.answers().seeOther(Said.PASSWORD_CHANGED.at(SettingsPart.SECURITY.href()));
      case PasswordChange.WrongPassword _ ->
          desk.answers()
              .refused(page(visit, CURRENT.refused("This is not your current password."), NEXT));
      case PasswordChange.Weak(var why) ->
          desk.answers().refused(page(visit, CURRENT, NEXT.refused(why.sentence())));
      case PasswordChange.NoSuchLink _ -> throw Problem.notFound().thrown();
      case PasswordChange.TooManyAttempts(var wait) -> throw Problem.tooMany(wait).thrown();
    };
  }

  @POST
  @Path("/sign-out-everywhere")
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  public Response everywhere(@Context ContainerRequestContext asked) {
    var sessions = desk.forum().sessions();
    sessions.endAll(desk.visit(asked).member());
    return desk.answers()
        .seeOther(Said.SIGNED_OUT_EVERYWHERE.at("/"), sessions.edge().cookies().signedOut());
  }

  private SecurityPage page(Visit visit, Field current, Field next) {
    var setAt = desk.forum().accounts().passwords().setAt(visit.member().id());
    return new SecurityPage(
        SettingsFrames.of(desk, visit, SettingsPart.SECURITY), visit.when(setAt), current, next);
  }
}
