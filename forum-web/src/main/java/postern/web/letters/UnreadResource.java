package postern.web.letters;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import postern.http.Access;
import postern.http.Who;
import postern.kernel.Scope;
import postern.web.Desk;

/** How much is unread, for the script that tells it without a reload. */
@Path("/unread")
@Produces(MediaType.APPLICATION_JSON)
public final class UnreadResource {
  private final Desk desk;

  UnreadResource(Desk desk) {
    this.desk = desk;
  }

  /** The answer. */
  public record Unread(int letters, int notices) {}

  @GET
  @Access(value = Who.MEMBER, scope = Scope.LETTERS)
  public Unread unread(@Context ContainerRequestContext asked) {
    var member = desk.visit(asked).member();
    return new Unread(desk.forum().letters().unread(member), desk.forum().notices().unread(member));
  }
}
