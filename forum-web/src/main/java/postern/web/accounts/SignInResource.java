package postern.web.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import postern.accounts.Password;
import postern.http.Access;
import postern.http.Who;
import postern.sessions.CurrentSession;
import postern.sessions.SignIn;
import postern.sessions.SignedIn;
import postern.web.Desk;
import postern.web.Field;
import postern.web.Inputs;
import postern.web.Next;
import postern.web.PageWriter;
import postern.web.Section;
import postern.web.Visit;

/** Signing in, and going on to where one wanted to go. */
@Path("/sign-in")
@Produces(PageWriter.HTML)
public final class SignInResource {
  private static final int TOO_MANY = 429;

  private final Desk desk;

  SignInResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(Who.ANYONE)
  public Response form(@QueryParam("next") String next, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    return visit.guest()
        ? desk.answers().page(page(visit, Field.empty("login"), next, Optional.empty()))
        : desk.answers().redirect(Next.path(next));
  }

  @POST
  @Access(Who.ANYONE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response signIn(
      @Context ContainerRequestContext asked,
      @Context HttpServletRequest from,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    var inputs = Inputs.of(form);
    var cookies = desk.forum().sessions().edge().cookies();
    var attempt =
        new SignIn(
            inputs.text("login"),
            Password.typed(inputs.text("password")),
            SignUpResource.network(from),
            cookies.device(asked),
            asked.getHeaderString(HttpHeaders.USER_AGENT));
    return switch (desk.forum().sessions().signIns().signIn(attempt)) {
      case SignedIn.Done(var session, var device) -> {
        endFormer(asked);
        yield desk.answers()
            .seeOther(
                Next.path(inputs.text("next")), cookies.session(session), cookies.device(device));
      }
      case SignedIn.Wrong _ ->
          refused(visit, inputs, "The name or the password is not right. Try again.");
      case SignedIn.Unverified _ ->
          refused(
              visit,
              inputs,
              "Your address is not confirmed yet. The mail with the link was sent once more; look"
                  + " into your mailbox.");
      case SignedIn.TooMany(var wait) -> tooMany(visit, inputs, wait);
    };
  }

  private Response refused(Visit visit, Inputs inputs, String problem) {
    return desk.answers().refused(again(visit, inputs, problem));
  }

  private Response tooMany(Visit visit, Inputs inputs, Duration wait) {
    long minutes = Math.max(1, (wait.toSeconds() + 59) / 60);
    var problem =
        "That were many attempts. Wait "
            + (minutes == 1 ? "a minute" : minutes + " minutes")
            + ", or ask for a new password.";
    return Response.status(TOO_MANY)
        .type(PageWriter.HTML)
        .header(HttpHeaders.RETRY_AFTER, wait.toSeconds())
        .entity(again(visit, inputs, problem))
        .build();
  }

  private static SignInPage again(Visit visit, Inputs inputs, String problem) {
    return page(visit, inputs.field("login"), inputs.text("next"), Optional.of(problem));
  }

  private static SignInPage page(Visit visit, Field login, String next, Optional<String> problem) {
    var wanted = Optional.of(Next.path(next)).filter(path -> !path.equals("/"));
    return new SignInPage(visit.frame("Sign in", Section.NONE, "/sign-in"), login, wanted, problem);
  }

  // The same browser has one session at a time, and its secret is new (OWASP: session fixation).
  private void endFormer(ContainerRequestContext asked) {
    CurrentSession.of(asked)
        .ifPresent(
            current ->
                current
                    .session()
                    .ifPresent(id -> desk.forum().sessions().end(current.member(), id)));
  }
}
