package postern.web.settings;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import postern.http.Access;
import postern.http.Who;
import postern.kernel.Scope;
import postern.sessions.FeedTokens;
import postern.web.Desk;
import postern.web.PageWriter;
import postern.web.Said;
import postern.web.Visit;

/** The secret of a member's private feeds: made, shown once, renewed, ended. */
@Path("/settings/feeds")
@Produces(PageWriter.HTML)
public final class FeedsResource {
  private final Desk desk;

  FeedsResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  public Response show(@Context ContainerRequestContext asked) {
    return desk.answers().page(page(desk.visit(asked), Optional.empty()));
  }

  @POST
  @Access(value = Who.MEMBER, scope = Scope.ACCOUNT)
  public Response renew(@Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var secret = tokens().renew(visit.member()).secret();
    var address = visit.site().origin() + "/feeds/" + secret + "/latest.atom";
    return desk.answers().page(page(visit, Optional.of(address)));
  }

  @POST
  @Path("/revoke")
  @Access(value = Who.ANY_STANDING, scope = Scope.ACCOUNT)
  public Response revoke(@Context ContainerRequestContext asked) {
    tokens().revoke(desk.visit(asked).member());
    return desk.answers().seeOther(Said.FEEDS_ENDED.at(SettingsPart.FEEDS.href()));
  }

  private FeedsPage page(Visit visit, Optional<String> made) {
    return new FeedsPage(
        SettingsFrames.of(desk, visit, SettingsPart.FEEDS),
        made,
        tokens().madeAt(visit.member()).map(visit::when));
  }

  private FeedTokens tokens() {
    return desk.forum().sessions().feedTokens();
  }
}
