package postern.web.boards;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import postern.http.Access;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.BoardId;
import postern.threads.ThreadView;
import postern.web.Desk;

/** How many threads of a list were written in since it was shown, for the script that tells it. */
@Path("/latest/news")
@Produces(MediaType.APPLICATION_JSON)
public final class ListNews {
  private static final int MOST = 100;

  private final Desk desk;

  ListNews(Desk desk) {
    this.desk = desk;
  }

  /** Where the script asks about this list; nowhere for a list with nothing in it. */
  static Optional<String> of(List<ThreadView> shown, Optional<BoardId> board) {
    return shown.stream()
        .map(view -> view.thread().lastPostAt())
        .max(Instant::compareTo)
        .map(newest -> "/latest/news?after=" + newest + board.map(id -> "&board=" + id).orElse(""));
  }

  @GET
  @Access(Who.ANYONE)
  public Response news(
      @QueryParam("after") String after,
      @QueryParam("board") String board,
      @Context ContainerRequestContext asked,
      @Context Request request) {
    var on = Optional.ofNullable(board).map(id -> BoardId.parse(id).orElseThrow(ListNews::bad));
    int threads =
        desk.reading().lists().countSince(desk.visit(asked).viewer(), on, moment(after), MOST);
    var json = "{\"threads\": " + threads + "}";
    return desk.answers()
        .feed(request, json.getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON, false);
  }

  private static Instant moment(String after) {
    try {
      var moment = Instant.parse(after == null ? "" : after);
      if (moment.isAfter(Instant.EPOCH) && moment.isBefore(Instant.parse("3000-01-01T00:00:00Z"))) {
        return moment;
      }
    } catch (DateTimeException notOurs) {
      // Refused below.
    }
    throw bad();
  }

  private static RuntimeException bad() {
    return Problem.notFound().thrown();
  }
}
