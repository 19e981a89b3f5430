package postern.web.boards;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import postern.http.Access;
import postern.http.Cursor;
import postern.http.Who;
import postern.threads.ThreadLists;
import postern.web.Desk;
import postern.web.PageWriter;
import postern.web.Pager;
import postern.web.Section;

/** The threads of all boards, by their last post. */
@Path("/latest")
@Produces(PageWriter.HTML)
public final class LatestResource {
  static final int ROWS = 40;

  private final Desk desk;

  LatestResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(Who.ANYONE)
  public Response latest(
      @QueryParam("after") String after,
      @Context ContainerRequestContext asked,
      @Context Request request) {
    var visit = desk.visit(asked);
    var from = Optional.ofNullable(Cursor.parse(after));
    var slice = desk.forum().discussions().threadLists().latest(visit.viewer(), from, ROWS);
    var older =
        slice.more()
            ? Optional.of("/latest?after=" + ThreadLists.cursor(slice.rows().getLast()).text())
            : Optional.<String>empty();
    var page =
        new LatestPage(
            visit.frame("Latest threads", Section.LATEST),
            List.of(),
            ThreadRows.withBoards(visit, slice.rows()),
            Pager.byKey(from.map(_ -> "/latest"), older));
    return desk.answers().readable(visit, request, page);
  }
}
