package postern.web.boards;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.BoardId;
import postern.web.Desk;
import postern.web.PageWriter;
import postern.web.Said;

/** Everything counts as read, on one board or everywhere. */
@Path("/read")
@Produces(PageWriter.HTML)
public final class ReadMarksResource {
  private final Desk desk;

  ReadMarksResource(Desk desk) {
    this.desk = desk;
  }

  @POST
  @Path("/all")
  @Access(Who.ANY_STANDING)
  public Response all(@Context ContainerRequestContext asked) {
    desk.reading().marks().markAll(desk.visit(asked).member());
    return desk.answers().seeOther(Said.ALL_READ.at("/latest"));
  }

  @POST
  @Path("/boards/{id}")
  @Access(Who.ANY_STANDING)
  public Response board(@PathParam("id") String id, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var board =
        BoardId.parse(id)
            .flatMap(known -> desk.forum().boards().find(visit.viewer(), known))
            .orElseThrow(() -> Problem.notFound().thrown());
    desk.reading().marks().markBoard(visit.member(), board.id());
    return desk.answers().seeOther(Said.ALL_READ.at(BoardLinks.href(board)));
  }
}
