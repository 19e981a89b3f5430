package postern.web.accounts;

import jakarta.servlet.http.HttpServletRequest;
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
import postern.accounts.Verified;
import postern.http.Access;
import postern.http.Who;
import postern.kernel.Token;
import postern.web.ConfirmPage;
import postern.web.Desk;
import postern.web.Link;
import postern.web.PageWriter;
import postern.web.Said;
import postern.web.Section;
import postern.web.Visit;

/**
 * The link of a sign-up's mail. Opening it changes nothing, since programs that look for malice
 * open links too; the button does.
 */
@Path("/verify/{token}")
@Produces(PageWriter.HTML)
public final class VerifyResource {
  private final Desk desk;

  VerifyResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(Who.ANYONE)
  public Response ask(@PathParam("token") String token, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    return desk.answers()
        .page(
            new ConfirmPage(
                visit.frame("Confirm your address", Section.NONE, "/verify"),
                List.of(
                    "One press, and you are a member.",
                    "If you did not sign up here, close this page and nothing happens."),
                visit.path(),
                "Confirm my address",
                false,
                Optional.empty()));
  }

  @POST
  @Access(Who.ANYONE)
  public Response confirm(
      @PathParam("token") String token,
      @Context HttpServletRequest from,
      @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var signUps = desk.forum().accounts().signUps();
    var outcome =
        Token.parse(token)
            .map(link -> signUps.verify(link, SignUpResource.network(from)))
            .orElseGet(Verified.NoSuchLink::new);
    return switch (outcome) {
      case Verified.Member _ -> desk.answers().seeOther(Said.WELCOME.at("/sign-in"));
      case Verified.AddressTaken _ -> desk.answers().page(Links.CONFLICT, Links.taken(visit));
      case Verified.NoSuchLink _ -> desk.answers().page(Links.GONE, over(visit));
    };
  }

  private static postern.web.MessagePage over(Visit visit) {
    return Links.over(
        visit,
        "If you have confirmed already, sign in. Otherwise sign up again.",
        new Link("Sign in", "/sign-in"));
  }
}
