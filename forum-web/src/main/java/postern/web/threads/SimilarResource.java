package postern.web.threads;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import postern.http.Access;
import postern.http.Who;
import postern.web.Desk;
import postern.web.Link;
import postern.web.PageWriter;
import postern.web.Section;
import postern.web.Visit;

/** Threads like the one whose title is typed, for scripts that show them meanwhile. */
@Path("/search/similar")
@Produces(PageWriter.HTML)
public final class SimilarResource {
  private static final int MOST = 5;

  private final Desk desk;

  SimilarResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(Who.MEMBER)
  public Response similar(
      @QueryParam("title") String title, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var links = links(desk, visit, Optional.ofNullable(title).orElse(""));
    return desk.answers().page(new SimilarPart(visit.frame("Similar", Section.NONE), links));
  }

  static List<Link> links(Desk desk, Visit visit, String title) {
    return desk.forum().searches().similar(visit.viewer(), title, MOST).stream()
        .map(view -> new Link(view.thread().title(), Places.thread(view.thread())))
        .toList();
  }
}
