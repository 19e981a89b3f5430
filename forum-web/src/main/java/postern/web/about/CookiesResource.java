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

/** Each cookie that the software can set. A test compares the list with what browsers get. */
@Path("/cookies")
@Produces(PageWriter.HTML)
public final class CookiesResource {
  private final Desk desk;

  CookiesResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(Who.ANYONE)
  public Response cookies(@Context ContainerRequestContext asked, @Context Request request) {
    var visit = desk.visit(asked);
    var prefix = desk.forum().settings().edge().origin().secure() ? "__Host-" : "";
    var page =
        new CookiesPage(
            visit.frame("Cookies", Section.NONE),
            List.of(
                new Cookie(
                    prefix + "session",
                    "Tells that you have signed in. It holds a random value.",
                    "when you sign in",
                    "until you sign out, and 90 days at most"),
                new Cookie(
                    prefix + "device",
                    "Marks a browser that you have signed in from, so that strangers who guess at"
                        + " your password cannot slow you down. It opens nothing by itself.",
                    "when you sign in",
                    "180 days"),
                new Cookie(
                    "sign-up-closed",
                    "Keeps the form for signing up closed for who may not use it yet.",
                    "by the answer to the question for age",
                    "one day")));
    return desk.answers().readable(visit, request, page);
  }
}
