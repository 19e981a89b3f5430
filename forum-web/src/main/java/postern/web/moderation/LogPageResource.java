package postern.web.moderation;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import postern.http.Access;
import postern.http.Cursor;
import postern.http.Problem;
import postern.http.Who;
import postern.moderation.ModerationPolicy;
import postern.web.Desk;
import postern.web.PageWriter;
import postern.web.Pager;
import postern.web.Section;

/** What moderators did, for those who may read it. */
@Path("/moderation/log")
@Produces(PageWriter.HTML)
public final class LogPageResource {
  private static final int ENTRIES = 30;

  private final Desk desk;
  private final Views views;

  LogPageResource(Desk desk, Views views) {
    this.desk = desk;
    this.views = views;
  }

  @GET
  @Access(Who.MEMBER)
  public Response read(@QueryParam("after") String after, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var log = desk.forum().moderation().log();
    if (!log.readable(visit.viewer())) {
      throw Problem.notFound().thrown();
    }
    var from = Optional.ofNullable(Cursor.parse(after));
    var stretch = log.read(visit.viewer(), from, ENTRIES);
    return desk.answers()
        .page(
            new LogPage(
                visit.frame("What moderators did", Section.MODERATION),
                ModerationPolicy.moderates(visit.viewer()),
                views.entries(visit, stretch.entries(), stretch.threads()),
                Pager.byKey(
                    from.map(_ -> "/moderation/log"),
                    stretch.next().map(next -> "/moderation/log?after=" + next.text()))));
  }
}
