package postern.web.search;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import postern.http.Access;
import postern.http.Cursor;
import postern.http.Network;
import postern.http.Problem;
import postern.http.Who;
import postern.kernel.Slice;
import postern.search.Asked;
import postern.search.Hit;
import postern.search.Searched;
import postern.web.Desk;
import postern.web.PageWriter;
import postern.web.Pager;
import postern.web.People;
import postern.web.Section;
import postern.web.Visit;
import postern.web.boards.BoardLinks;
import postern.web.boards.ListLink;

/** Looking for posts. */
@Path("/search")
@Produces(PageWriter.HTML)
public final class SearchPageResource {
  private static final int ROWS = 20;
  private static final String TOO_LONG =
      "That is too long to look for. A few words find more: up to 400 characters are read.";
  private static final String BEING_MADE =
      "The index of the search is being made. Not everything is found yet.";

  private final Desk desk;

  SearchPageResource(Desk desk) {
    this.desk = desk;
  }

  @GET
  @Access(Who.ANYONE)
  public Response search(
      @QueryParam("q") String q,
      @QueryParam("order") String order,
      @QueryParam("time") String time,
      @QueryParam("board") String board,
      @QueryParam("after") String after,
      @Context HttpServletRequest from,
      @Context ContainerRequestContext asked) {
    var visit = desk.visit(asked);
    var wanted = Narrowed.of(q, order, time, board);
    if (wanted.tooLong()) {
      return desk.answers().page(400, page(visit, wanted, Optional.of(TOO_LONG)));
    }
    var cursor = Optional.ofNullable(Cursor.parse(after));
    var network = Network.of(from.getRemoteAddr());
    return switch (desk.forum()
        .searches()
        .find(visit.viewer(), network, wanted.asked(visit.now()), cursor, ROWS)) {
      case Searched.NothingAsked _ -> desk.answers().page(page(visit, wanted, Optional.empty()));
      case Searched.TooSoon(var wait) -> throw Problem.tooMany(wait).thrown();
      case Searched.Found(var hits, boolean whole) ->
          desk.answers().page(page(visit, wanted, hits, whole, cursor.isPresent()));
    };
  }

  private static SearchPage page(Visit visit, Narrowed wanted, Optional<String> problem) {
    return new SearchPage(
        visit.frame("Search", Section.SEARCH),
        problem.isPresent() ? "" : wanted.q(),
        false,
        false,
        problem,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Pager.none());
  }

  private SearchPage page(
      Visit visit, Narrowed wanted, Slice<Hit> hits, boolean whole, boolean later) {
    var older =
        hits.more()
            ? Optional.of(wanted.after(hits.rows().getLast().key().text()))
            : Optional.<String>empty();
    return new SearchPage(
        visit.frame(title(wanted), Section.SEARCH),
        wanted.q(),
        true,
        wanted.beyondWords(),
        Optional.empty(),
        whole ? Optional.empty() : Optional.of(BEING_MADE),
        orders(wanted),
        times(wanted),
        boards(visit, wanted),
        hits.rows().stream().map(hit -> row(visit, hit)).toList(),
        Pager.byKey(later ? Optional.of(wanted.href()) : Optional.empty(), older));
  }

  private static String title(Narrowed wanted) {
    return wanted.q().isBlank() ? "Search" : "Search: " + wanted.q().strip();
  }

  private static HitRow row(Visit visit, Hit hit) {
    var post = hit.placed().post();
    return new HitRow(
        hit.title(),
        "/p/" + post.id(),
        BoardLinks.of(hit.placed().thread().board()),
        People.name(post.author()),
        visit.when(post.createdAt()),
        hit.excerpt());
  }

  private static List<ListLink> orders(Narrowed wanted) {
    return List.of(
        link("Best fit", wanted.in(Asked.Order.BEST), wanted),
        link("Newest", wanted.in(Asked.Order.NEWEST), wanted));
  }

  private static List<ListLink> times(Narrowed wanted) {
    return Arrays.stream(Narrowed.Time.values())
        .map(time -> link(time.text, wanted.within(time), wanted))
        .toList();
  }

  private List<ListLink> boards(Visit visit, Narrowed wanted) {
    var links = new ArrayList<ListLink>();
    links.add(link("All boards", wanted.on(""), wanted));
    desk.forum()
        .boards()
        .list(visit.viewer())
        .forEach(board -> links.add(link(board.title(), wanted.on(board.slug()), wanted)));
    return links;
  }

  private static ListLink link(String text, Narrowed way, Narrowed now) {
    return new ListLink(text, way.href(), way.equals(now));
  }
}
