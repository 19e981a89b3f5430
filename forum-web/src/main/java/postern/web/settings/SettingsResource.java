package postern.web.settings;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import postern.http.Access;
import postern.http.Who;
import postern.kernel.Scope;
import postern.web.Desk;
import postern.web.PageWriter;

/** The way to the first of the settings. */
@Path("/settings")
@Produces(PageWriter.HTML)
public final class SettingsResource {
  private final Desk desk;

  SettingsResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  public Response settings() {
    return desk.answers().redirect(SettingsPart.PROFILE.href());
  }
}
