package postern.web.accounts;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import postern.http.Access;
import postern.http.Who;
import postern.sessions.CurrentSession;
import postern.web.Desk;
import postern.web.PageWriter;
import postern.web.Said;

/** Signing out here. Whose session has ended already is signed out, too. */
@Path("/sign-out")
@Produces(PageWriter.HTML)
public final class SignOutResource {
  private final Desk desk;

  SignOutResource(Desk desk) {
    this.desk = desk;
  }

  @POST
  @Access(Who.ANYONE)
  public Response signOut(@Context ContainerRequestContext asked) {
    var sessions = desk.forum().sessions();
    CurrentSession.of(asked)
        .ifPresent(
            current -> current.session().ifPresent(id -> sessions.end(current.member(), id)));
    return desk.answers().seeOther(Said.SIGNED_OUT.at("/"), sessions.edge().cookies().signedOut());
  }
}
