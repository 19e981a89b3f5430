package postern.web.settings;

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
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.MemberId;
import postern.kernel.Scope;
import postern.web.Count;
import postern.web.Desk;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.Said;

/** Old posts that an archive brought, for whoever has confirmed the address behind them. */
@Path("/settings/claims")
@Produces(PageWriter.HTML)
public final class ClaimsResource {
  private final Desk desk;

  ClaimsResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(value = Who.MEMBER, scope = Scope.ACCOUNT)
  public Response list(@Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var formers = desk.forum().accounts().formerAuthors();
    var claims =
        desk
            .forum()
            .foundation()
            .storage()
            .database()
            .read(tx -> formers.claimable(tx, visit.member().id()))
            .stream()
            .map(
                one ->
                    new ClaimsPage.Claim(
                        one.former().toString(),
                        one.name(),
                        Count.posts(one.posts()),
                        "/settings/claims/" + one.former()))
            .toList();
    return desk.answers()
        .page(
            new ClaimsPage(
                SettingsFrames.of(desk, visit, SettingsPart.CLAIMS),
                visit.member().username().text(),
                claims));
  }

  @POST
  @Path("/{id}")
  @Access(value = Who.MEMBER, scope = Scope.ACCOUNT)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response claim(
      @PathParam("id") String id,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    var visit = desk.visit(asked);
    if (!Inputs.of(form).is("agreed", "yes")) {
      throw Problem.of(400, "bad-request", "Tick that everyone shall see who wrote these posts.")
          .thrown();
    }
    var former = MemberId.parse(id).orElseThrow(() -> Problem.notFound().thrown());
    if (!desk.forum().accounts().formerAuthors().claim(visit.member(), former)) {
      throw Problem.notFound().thrown();
    }
    return desk.answers().seeOther(Said.CLAIMED.at(SettingsPart.CLAIMS.href()));
  }
}
