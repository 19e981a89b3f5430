package postern.web.admin;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import postern.boards.Board;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.BoardId;
import postern.kernel.Scope;
import postern.web.Count;
import postern.web.Desk;
import postern.web.Inputs;
import postern.web.PageWriter;
import postern.web.Said;

/** The boards in their order. */
@Path("/admin/boards")
@Produces(PageWriter.HTML)
public final class BoardsAdminResource {
  private final Desk desk;

  BoardsAdminResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  public Response list(@Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var counts = desk.forum().discussions().threadLists().boards(visit.viewer());
    var boards = List.copyOf(counts.keySet());
    var rows =
        boards.stream()
            .map(
                board ->
                    new BoardsPage.BoardRow(
                        board.id().toString(),
                        board.title(),
                        "/admin/boards/" + board.id(),
                        Count.threads(counts.get(board).threads()),
                        "read by %s, answered by %s, started by %s"
                            .formatted(
                                Audiences.words(board.read()),
                                Audiences.words(board.reply()),
                                Audiences.words(board.start())),
                        board.equals(boards.getFirst()),
                        board.equals(boards.getLast())))
            .toList();
    return desk.answers().page(new BoardsPage(AdminFrames.of(visit, "Boards"), rows));
  }

  @POST
  @Path("/{id: [0-9]+}/order")
  @Access(value = Who.ADMINISTRATOR, scope = Scope.STAFF)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response order(
      @PathParam("id") String id,
      @Context ContainerRequestContext asked,
      MultivaluedMap<String, String> form) {
    var viewer = desk.visit(asked).viewer();
    List<BoardId> order =
        new ArrayList<>(desk.forum().boards().list(viewer).stream().map(Board::id).toList());
    int at = BoardId.parse(id).map(order::indexOf).orElse(-1);
    int to = at + (Inputs.of(form).is("direction", "up") ? -1 : 1);
    if (at < 0) {
      throw Problem.notFound().thrown();
    }
    if (to >= 0 && to < order.size()) {
      order.add(to, order.remove(at));
      desk.forum().boards().order(viewer, order);
    }
    return desk.answers().seeOther(Said.ORDERED.at("/admin/boards"));
  }
}
