package postern.web.boards;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import postern.boards.Board;
import postern.boards.BoardPolicy;
import postern.http.Access;
import postern.http.Who;
import postern.threads.ThreadLists.BoardCount;
import postern.threads.ThreadView;
import postern.web.Count;
import postern.web.Desk;
import postern.web.Discovery;
import postern.web.PageWriter;
import postern.web.People;
import postern.web.Section;
import postern.web.Visit;
import postern.web.boards.FrontPage.BoardRow;
import postern.web.boards.FrontPage.LastPost;

/** Where to go: the boards, and what was written last. */
@Path("/")
@Produces(PageWriter.HTML)
public final class FrontResource {
  private static final int LATEST = 12;
  private static final int MOST_NEW = 1_000;

  private final Desk desk;

  FrontResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(Who.ANYONE)
  public Response front(@Context ContainerRequestContext asked, @Context Request request) {
    var visit = desk.visit(asked);
    var lists = desk.forum().discussions().threadLists();
    var boards = lists.boards(visit.viewer());
    var latest = lists.latest(visit.viewer(), Optional.empty(), LATEST).rows();
    var unread = desk.reading().marks().unreadBoards(visit.viewer());
    var news = desk.arrive(visit).flatMap(since -> news(visit, since));
    var page =
        new FrontPage(
            visit.frame(visit.site().name(), Section.BOARDS, "/"),
            Optional.empty(),
            boards.entrySet().stream()
                .map(
                    board ->
                        row(
                            visit,
                            board.getKey(),
                            board.getValue(),
                            unread.contains(board.getKey().id())))
                .toList(),
            ThreadRows.withBoards(desk, visit, latest),
            news,
            boards.keySet().stream()
                .filter(board -> BoardPolicy.mayStart(visit.viewer(), board))
                .findFirst()
                .map(BoardLinks::newThread),
            ListNews.of(latest, Optional.empty()),
            Discovery.feed("/latest.atom"));
    return desk.answers().readable(visit, request, page);
  }

  private Optional<Count> news(Visit visit, Instant since) {
    int threads =
        desk.reading().lists().countSince(visit.viewer(), Optional.empty(), since, MOST_NEW);
    return Optional.of(Count.threads(threads)).filter(Count::some);
  }

  private static BoardRow row(Visit visit, Board board, BoardCount count, boolean unread) {
    return new BoardRow(
        board.title(),
        BoardLinks.href(board),
        board.description(),
        Count.threads(count.threads()),
        Count.posts(count.posts()),
        count.last().map(last -> lastPost(visit, last)),
        unread,
        BoardLinks.restriction(board));
  }

  private static LastPost lastPost(Visit visit, ThreadView view) {
    var thread = view.thread();
    return new LastPost(
        thread.title(),
        "/p/" + thread.lastPost(),
        People.name(view.last()),
        visit.when(thread.lastPostAt()));
  }
}
