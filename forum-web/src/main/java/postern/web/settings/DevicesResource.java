package postern.web.settings;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Scope;
import postern.sessions.CurrentSession;
import postern.sessions.SessionId;
import postern.web.Desk;
import postern.web.PageWriter;
import postern.web.Said;

/** Where a member is signed in. */
@Path("/settings/devices")
@Produces(PageWriter.HTML)
public final class DevicesResource {
  private final Desk desk;

  DevicesResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  public Response list(@Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var here = here(asked);
    var rows =
        desk.forum().sessions().own(visit.member()).stream()
            .map(
                session ->
                    new DevicesPage.Session(
                        session.device(),
                        visit.when(session.createdAt()),
                        visit.when(session.seenAt()),
                        "/settings/devices/" + session.id() + "/end",
                        here.filter(session.id()::equals).isPresent()))
            .toList();
    return desk.answers()
        .page(new DevicesPage(SettingsFrames.of(desk, visit, SettingsPart.DEVICES), rows));
  }

  @POST
  @Path("/{id}/end")
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  public Response end(@PathParam("id") String id, @Context ContainerRequestContext asked) {
    var sessions = desk.forum().sessions();
    var member = desk.visit(asked).member();
    var session = SessionId.parse(id).orElseThrow(() -> Problem.notFound().thrown());
    if (!sessions.end(member, session)) {
      throw Problem.notFound().thrown();
    }
    return here(asked).filter(session::equals).isPresent()
        ? desk.answers().seeOther(Said.SIGNED_OUT.at("/"), sessions.edge().cookies().signedOut())
        : desk.answers().seeOther(Said.SESSION_ENDED.at(SettingsPart.DEVICES.href()));
  }

  private static Optional<SessionId> here(ContainerRequestContext asked) {
    return CurrentSession.of(asked).flatMap(CurrentSession::session);
  }
}
