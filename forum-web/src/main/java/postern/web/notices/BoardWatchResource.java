package postern.web.notices;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import postern.boards.Board;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.BoardId;
import postern.kernel.Scope;
import postern.web.Desk;
import postern.web.PageWriter;
import postern.web.Said;
import postern.web.Visit;
import postern.web.boards.BoardLinks;

/** The buttons that watch a board, or end that. */
@Path("/b/{id}")
@Produces(PageWriter.HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public final class BoardWatchResource {
  private final Desk desk;

  BoardWatchResource(Desk desk) {
    this.desk = desk;
  }

  @POST
  @Path("/watch")
  @Access(value = Who.MEMBER, scope = Scope.POST)
  public Response watch(@PathParam("id") String id, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var board = board(visit, id);
    desk.forum().notices().watches().watch(visit.member(), board.id());
    return desk.answers().seeOther(Said.BOARD_WATCHED.at(BoardLinks.href(board)));
  }

  @POST
  @Path("/unwatch")
  @Access(value = Who.MEMBER, scope = Scope.POST)
  public Response unwatch(@PathParam("id") String id, @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var board = board(visit, id);
    desk.forum().notices().watches().unwatch(visit.member(), board.id());
    return desk.answers().seeOther(Said.BOARD_UNWATCHED.at(BoardLinks.href(board)));
  }

  private Board board(Visit visit, String id) {
    return BoardId.parse(id)
        .flatMap(known -> desk.forum().boards().find(visit.viewer(), known))
        .orElseThrow(() -> Problem.notFound().thrown());
  }
}
