package postern.web.accounts;

import jakarta.servlet.http.HttpServletRequest;
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
import postern.http.Access;
import postern.http.Who;
import postern.web.Desk;
import postern.web.Field;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.Section;

/** Asking for a new password. The answer is the same whether or not the address is known. */
@Path("/forgotten")
@Produces(PageWriter.HTML)
public final class ForgottenResource {
  private final Desk desk;

  ForgottenResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(Who.ANYONE)
  public Response form(@Context ContainerRequestContext asked) {
    var frame = desk.visit(asked).frame("Forgotten password", Section.NONE);
    return desk.answers().page(new ForgottenPage(frame, Field.empty("address")));
  }

  @POST
  @Access(Who.ANYONE)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response ask(@Context HttpServletRequest from, MultivaluedMap<String, String> form) {
    desk.forum()
        .accounts()
        .passwords()
        .forgotten(Inputs.of(form).text("address").strip(), SignUpResource.network(from));
    return desk.answers().seeOther("/forgotten/sent");
  }

  @GET
  @Path("/sent")
  @Access(Who.ANYONE)
  public Response sent(@Context ContainerRequestContext asked) {
    return desk.answers()
        .page(
            new LookInMailboxPage(
                desk.visit(asked).frame("Look into your mailbox", Section.NONE),
                true,
                Lives.words(desk.forum().foundation().settings().accounts().resetLifetime())));
  }
}
