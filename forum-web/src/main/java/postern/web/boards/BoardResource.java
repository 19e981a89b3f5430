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
import java.util.List;
import java.util.Optional;
import postern.boards.Audience;
import postern.boards.Board;
import postern.boards.BoardPolicy;
import postern.http.Access;
import postern.http.Cursor;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.BoardId;
import postern.kernel.Slice;
import postern.kernel.Viewer;
import postern.threads.ThreadLists;
import postern.threads.ThreadView;
import postern.web.Desk;
import postern.web.PageWriter;
import postern.web.Pager;
import postern.web.Section;
import postern.web.Standings;
import postern.web.Visit;
import postern.web.WhyNot;

/** One board: its threads, and for its moderators those that are hidden. */
@Path("/b/{id}")
@Produces(PageWriter.HTML)
public final class BoardResource {
  private static final String HIDDEN = "hidden";

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
      @Context ContainerRequestContext asked,
      @Context Request request) {
    var visit = desk.visit(asked);
    var board = board(visit, id);
    if (!BoardLinks.slug(board).equals(slug)) {
      return desk.answers().redirect(BoardLinks.href(board));
    }
    boolean hidden = HIDDEN.equals(show) && visit.viewer().moderates(board.id());
    var from = Optional.ofNullable(Cursor.parse(after));
    return desk.answers().readable(visit, request, page(visit, board, from, hidden));
  }

  private Board board(Visit visit, String id) {
    return BoardId.parse(id)
        .flatMap(known -> desk.forum().boards().find(visit.viewer(), known))
        .orElseThrow(() -> Problem.notFound().thrown());
  }

  private BoardPage page(Visit visit, Board board, Optional<Cursor> from, boolean hidden) {
    var href = BoardLinks.href(board);
    var base = hidden ? href + "?show=" + HIDDEN : href;
    var slice = threads(visit.viewer(), board, from, hidden);
    boolean mayStart = BoardPolicy.mayStart(visit.viewer(), board);
    return new BoardPage(
        visit.frame(board.title(), Section.BOARDS, href),
        board.title(),
        board.description(),
        BoardLinks.restriction(board),
        mayStart ? Optional.of(BoardLinks.newThread(board)) : Optional.empty(),
        mayStart ? Optional.empty() : Optional.of(whyNot(visit.viewer(), board)),
        List.of(),
        filters(visit.viewer(), board, hidden),
        ThreadRows.onOneBoard(visit, slice.rows()),
        Pager.byKey(from.map(_ -> base), older(base, slice, hidden)));
  }

  private Slice<ThreadView> threads(
      Viewer viewer, Board board, Optional<Cursor> from, boolean hidden) {
    var lists = desk.forum().discussions().threadLists();
    return hidden
        ? lists.unlisted(viewer, board.id(), from, LatestResource.ROWS)
        : lists
            .onBoard(viewer, board.id(), from, LatestResource.ROWS)
            .orElseThrow(() -> Problem.notFound().thrown());
  }

  private static Optional<String> older(String base, Slice<ThreadView> slice, boolean hidden) {
    if (!slice.more()) {
      return Optional.empty();
    }
    var last = slice.rows().getLast();
    var cursor = hidden ? ThreadLists.cursor(last) : ThreadLists.cursorOnBoard(last);
    return Optional.of(base + (hidden ? "&" : "?") + "after=" + cursor.text());
  }

  private static List<ListLink> filters(Viewer viewer, Board board, boolean hidden) {
    var href = BoardLinks.href(board);
    return viewer.moderates(board.id())
        ? List.of(
            new ListLink("All", href, !hidden),
            new ListLink("Hidden", href + "?show=" + HIDDEN, hidden))
        : List.of();
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
