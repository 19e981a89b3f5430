package postern.web.threads;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Scope;
import postern.threads.Previewed;
import postern.web.Desk;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.Section;

/** How a text will look, for scripts that show it while it is written. */
@Path("/preview")
@Produces(PageWriter.HTML)
public final class PreviewResource {
  private final Desk desk;

  PreviewResource(Desk desk) {
    this.desk = desk;
  }

  @POST
  @Access(value = Who.MEMBER, scope = Scope.POST)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response preview(
      @Context ContainerRequestContext asked, MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    return switch (desk.forum()
        .discussions()
        .posts()
        .preview(visit.viewer(), Inputs.of(form).text("body"))) {
      case Previewed.NotAllowed _ -> throw ThreadResource.notAllowed().thrown();
      case Previewed.TooSoon(var wait) -> throw Problem.tooMany(wait).thrown();
      case Previewed.Shown(var html) ->
          desk.answers().page(new PreviewPart(visit.frame("Preview", Section.NONE), html));
      case Previewed.BadBody(var fault) ->
          throw Problem.of(422, "bad-text", TextFaults.sentence(fault)).thrown();
    };
  }
}
