package postern.web.boards;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import postern.boards.Audience;
import postern.boards.Board;
import postern.boards.BoardPolicy;
import postern.http.Access;
import postern.http.Cursor;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.BoardId;
import postern.kernel.Viewer;
import postern.web.Desk;
import postern.web.Discovery;
import postern.web.PageWriter;
import postern.web.Pager;
import postern.web.Section;
import postern.web.Standings;
import postern.web.Visit;
import postern.web.WhyNot;
import postern.web.notices.WatchForm;

/** One board: its threads, and for its moderators those that are hidden. */
@Path("/b/{id}")
@Produces(PageWriter.HTML)
public final class BoardResource {
  private final Desk desk;

  BoardResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(Who.ANYONE)
  public Response bare(@PathParam("id") String id, @Context ContainerRequestContext asked) {
    return desk.answers().redirect(BoardLinks.href(board(desk.visit(asked), id)));
  }

  @GET
  @Path("/{slug}")
  @Access(Who.ANYONE)
  public Response board(
      @PathParam("id") String id,
      @PathParam("slug") String slug,
      @QueryParam("after") String after,
      @QueryParam("show") String show,
      @QueryParam("order") String order,
      @Context ContainerRequestContext asked,
      @Context Request request) {
    var visit = desk.visit(asked);
    var board = board(visit, id);
    if (!BoardLinks.slug(board).equals(slug)) {
      return desk.answers().redirect(BoardLinks.href(board));
    }
    desk.arrive(visit);
    var from = Optional.ofNullable(Cursor.parse(after));
    var list = BoardList.of(desk, visit, board, show, order, from, LatestResource.ROWS);
    return desk.answers().readable(visit, request, page(visit, board, from, list));
  }

  private Board board(Visit visit, String id) {
    return BoardId.parse(id)
        .flatMap(known -> desk.forum().boards().find(visit.viewer(), known))
        .orElseThrow(() -> Problem.notFound().thrown());
  }

  private BoardPage page(Visit visit, Board board, Optional<Cursor> from, BoardList list) {
    boolean mayStart = BoardPolicy.mayStart(visit.viewer(), board);
    return new BoardPage(
        visit.frame(board.title(), Section.BOARDS, list.base()),
        board.title(),
        board.description(),
        BoardLinks.restriction(board),
        mayStart ? Optional.of(BoardLinks.newThread(board)) : Optional.empty(),
        mayStart ? Optional.empty() : Optional.of(whyNot(visit.viewer(), board)),
        WatchForm.of(desk, visit, board),
        list.orders(),
        list.filters(),
        ThreadRows.onOneBoard(desk, visit, list.slice().rows()),
        Pager.byKey(from.map(_ -> list.base()), list.older()),
        visit.guest() ? Optional.empty() : Optional.of("/read/boards/" + board.id()),
        from.isEmpty() && list.base().equals(BoardLinks.href(board))
            ? ListNews.of(list.slice().rows(), Optional.of(board.id()))
            : Optional.empty(),
        discovery(visit, board));
  }

  private static Discovery discovery(Visit visit, Board board) {
    return BoardPolicy.mayRead(Viewer.GUEST, board)
        ? new Discovery(
            Optional.of("/b/" + board.id() + ".atom"),
            visit.guest() ? Optional.of(Crumbs.page(visit.site(), board)) : Optional.empty())
        : Discovery.NONE;
  }

  private static WhyNot whyNot(Viewer viewer, Board board) {
    if (viewer instanceof Viewer.Guest) {
      return WhyNot.signIn(BoardLinks.href(board), "to write here.");
    }
    return Standings.whyNotWrite(viewer)
        .map(WhyNot::of)
        .orElseGet(
            () ->
                WhyNot.of(
                    switch (board.start()) {
                      case Audience.Visitors _, Audience.Members _ ->
                          "You cannot start threads here.";
                      case Audience.Staff _ -> "Only staff start threads here. You can read along.";
                      case Audience.Groups _ -> "Members of some groups start threads here.";
                    }));
  }
}
