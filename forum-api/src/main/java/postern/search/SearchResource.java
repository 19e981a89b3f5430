package postern.search;

import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import postern.http.Access;
import postern.http.Cursor;
import postern.http.Listing;
import postern.http.Network;
import postern.http.Origin;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Viewer;

/** Searching, over the JSON API. */
@Path("/api/v1/search")
@Produces(MediaType.APPLICATION_JSON)
public final class SearchResource {
  private static final int SIMILAR = 5;

  private final Searches searches;
  private final Origin origin;

  public SearchResource(Searches searches, Origin origin) {
    this.searches = searches;
    this.origin = origin;
  }

  @GET
  @Access(Who.ANYONE)
  @Operation(
      summary = "Posts with these words, marked",
      description =
          "Words must all be there; \"words in a row\", -word, author:name, board:slug,"
              + " after:2026-03-01 and before:2026-04-01 are understood in q, too. The parameter"
              + " after is a day, or the cursor of the list, or both, given twice.")
  public Listing<HitJson> search(
      @Parameter(hidden = true) @Auth Viewer viewer,
      @Parameter(hidden = true) @Context HttpServletRequest from,
      @QueryParam("q") String q,
      @QueryParam("board") String board,
      @QueryParam("author") String author,
      @QueryParam("before") String before,
      @QueryParam("after") List<String> after,
      @QueryParam("order") String order,
      @QueryParam("limit") String limit) {
    var asked =
        read(q)
            .on(given(board))
            .by(given(author))
            .until(day(before))
            .from(after.stream().flatMap(text -> Asked.day(text).stream()).findFirst())
            .in(order(order));
    var cursor =
        after.stream()
            .filter(text -> Asked.day(text).isEmpty())
            .map(Cursor::parse)
            .filter(Objects::nonNull)
            .findFirst();
    var network = Network.of(from.getRemoteAddr());
    return switch (searches.find(viewer, network, asked, cursor, Listing.limit(limit))) {
      case Searched.Found(var hits, _) -> Listing.of(hits, this::json, Hit::key);
      case Searched.NothingAsked _ -> new Listing<>(List.of(), null);
      case Searched.TooSoon(var wait) -> throw Problem.tooMany(wait).thrown();
    };
  }

  @GET
  @Path("similar")
  @Access(Who.MEMBER)
  @Operation(summary = "Threads whose titles are like this one, the likest first")
  public Listing<ThreadNamed> similar(
      @Parameter(hidden = true) @Auth Viewer viewer, @QueryParam("title") String title) {
    var items =
        searches.similar(viewer, Optional.ofNullable(title).orElse(""), SIMILAR).stream()
            .map(view -> ThreadNamed.of(view, origin))
            .toList();
    return new Listing<>(items, null);
  }

  private HitJson json(Hit hit) {
    return HitJson.of(hit, origin);
  }

  private static Asked read(String q) {
    var typed = Optional.ofNullable(q).orElse("");
    if (typed.length() > Asked.LONGEST) {
      throw Problem.of(400, "bad-search", "A search has up to 400 characters.")
          .with("limit", Asked.LONGEST)
          .thrown();
    }
    return Asked.read(typed);
  }

  private static Optional<String> given(String value) {
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }

  private static Optional<Instant> day(String text) {
    var given = given(text);
    var day = given.flatMap(Asked::day);
    if (given.isPresent() && day.isEmpty()) {
      throw Problem.of(400, "bad-day", "A day is written as 2026-03-01, in UTC.").thrown();
    }
    return day;
  }

  private static Asked.Order order(String text) {
    return switch (given(text).orElse("best")) {
      case "best" -> Asked.Order.BEST;
      case "newest" -> Asked.Order.NEWEST;
      default ->
          throw Problem.of(400, "bad-order", "The parameter 'order' is best or newest.").thrown();
    };
  }
}
