package postern.web.boards;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import postern.http.Access;
import postern.http.Cursor;
import postern.http.Who;
import postern.kernel.Slice;
import postern.threads.ThreadLists;
import postern.threads.ThreadView;
import postern.web.Desk;
import postern.web.Discovery;
import postern.web.PageWriter;
import postern.web.Pager;
import postern.web.Section;
import postern.web.Visit;

/** The threads of all boards, by their last post, or some of them. */
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
      @QueryParam("show") String show,
      @QueryParam("after") String after,
      @Context ContainerRequestContext asked,
      @Context Request request) {
    var visit = desk.visit(asked);
    var lastVisit = desk.arrive(visit);
    var only = Only.of(show).filter(one -> !one.forMembers() || !visit.guest()).orElse(Only.ALL);
    var from = Optional.ofNullable(Cursor.parse(after));
    var slice = slice(visit, only, lastVisit, from);
    var page =
        new LatestPage(
            visit.frame("Latest threads", Section.LATEST, only.on("/latest")),
            Arrays.stream(Only.values())
                .filter(one -> !one.forMembers() || !visit.guest())
                .map(one -> new ListLink(one.words(), one.on("/latest"), one == only))
                .toList(),
            ThreadRows.withBoards(desk, visit, slice.rows()),
            Pager.byKey(from.map(_ -> only.on("/latest")), older(only, slice)),
            visit.guest() ? Optional.empty() : Optional.of("/read/all"),
            from.isEmpty() && only == Only.ALL
                ? ListNews.of(slice.rows(), Optional.empty())
                : Optional.empty(),
            Discovery.feed("/latest.atom"));
    return desk.answers().readable(visit, request, page);
  }

  private Slice<ThreadView> slice(
      Visit visit, Only only, Optional<Instant> lastVisit, Optional<Cursor> from) {
    var lists = desk.reading().lists();
    return switch (only) {
      case ALL -> desk.forum().discussions().threadLists().latest(visit.viewer(), from, ROWS);
      case UNREAD -> lists.unread(visit.member(), Optional.empty(), from, ROWS);
      case NEW -> lists.since(visit.viewer(), lastVisit.orElse(Instant.EPOCH), from, ROWS);
      case UNANSWERED -> lists.unanswered(visit.viewer(), Optional.empty(), from, ROWS);
    };
  }

  private static Optional<String> older(Only only, Slice<ThreadView> slice) {
    return slice.more()
        ? Optional.of(
            only.on("/latest", "after=" + ThreadLists.cursor(slice.rows().getLast()).text()))
        : Optional.empty();
  }
}
