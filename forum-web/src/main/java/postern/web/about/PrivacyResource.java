package postern.web.about;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import postern.http.Access;
import postern.http.Who;
import postern.web.Desk;
import postern.web.PageWriter;
import postern.web.Section;

/** The policy in force. */
@Path("/privacy")
@Produces(PageWriter.HTML)
public final class PrivacyResource {
  private final Desk desk;
  private final PrivacyWords policy;

  PrivacyResource(Desk desk, PrivacyWords policy) {
    this.desk = desk;
    this.policy = policy;
  }

  @GET
  @Access(Who.ANYONE)
  public Response read(@Context ContainerRequestContext asked, @Context Request request) {
    var visit = desk.visit(asked);
    return desk.answers()
        .readable(visit, request, policy.page(visit.frame("Privacy", Section.NONE)));
  }
}
