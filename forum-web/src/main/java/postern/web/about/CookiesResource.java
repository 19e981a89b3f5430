package postern.web.about;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import postern.http.Access;
import postern.http.Who;
import postern.web.Desk;
import postern.web.PageWriter;
import postern.web.Section;
import postern.web.about.CookiesPage.Cookie;

/** Each cookie with its purpose and its life (clause 10 of the policy). */
@Path("/cookies")
@Produces(PageWriter.HTML)
public final class CookiesResource {
  private final Desk desk;

  CookiesResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(Who.ANYONE)
  public Response read(@Context ContainerRequestContext asked, @Context Request request) {
    var visit = desk.visit(asked);
    var cookies = all(desk.forum().foundation().settings().edge().origin().secure());
    return desk.answers()
        .readable(visit, request, new CookiesPage(visit.frame("Cookies", Section.NONE), cookies));
  }

  /**
   * @param secure over https two of the names say that they belong to this host alone
   */
  static List<Cookie> all(boolean secure) {
    var prefix = secure ? "__Host-" : "";
    return List.of(
        new Cookie(
            prefix + "session",
            "Keeps you signed in.",
            "when you sign in",
            "90 days at most, or until you sign out; the session in it ends 30 days after its last"
                + " use"),
        new Cookie(
            prefix + "device",
            "Knows this browser again, so that a stranger's wrong guesses cannot keep you out. It"
                + " opens nothing by itself.",
            "when you sign in",
            "180 days"),
        new Cookie(
            "sign-up-closed",
            "Keeps the sign-up form closed. It holds the word yes.",
            "when the question for age is answered with less than 13 years",
            "a day"));
  }
}
