package postern.web.search;

import static postern.web.Samples.ada;
import static postern.web.Samples.ago;
import static postern.web.Samples.archived;
import static postern.web.Samples.longName;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import postern.threads.SafeHtml;
import postern.web.PageModel;
import postern.web.Pager;
import postern.web.Samples;
import postern.web.Section;
import postern.web.boards.BoardLink;
import postern.web.boards.ListLink;

/** The pages of this room with made-up content. */
public final class SearchSamples {
  private static final BoardLink GARDEN = new BoardLink("The garden", "/b/1/the-garden");

  private SearchSamples() {}

  public static Map<String, PageModel> all() {
    return Map.of(
        "search",
            page(
                "canker",
                true,
                hits(),
                Optional.empty(),
                Pager.byKey(Optional.empty(), Optional.of("/search?q=canker&after=x"))),
        "search-nothing", page("zeppelin", true, List.of(), Optional.empty(), Pager.none()),
        "search-start", page("", false, List.of(), Optional.empty(), Pager.none()),
        "search-too-long",
            page("", false, List.of(), Optional.of("That is too long to look for."), Pager.none()));
  }

  private static SearchPage page(
      String q, boolean asked, List<HitRow> hits, Optional<String> problem, Pager pager) {
    return new SearchPage(
        Samples.guest("Search", Section.SEARCH, "/search"),
        q,
        asked,
        true,
        problem,
        asked
            ? Optional.of("The index of the search is being made. Not everything is found yet.")
            : Optional.empty(),
        asked ? links("Best fit", "Newest") : List.of(),
        asked ? links("Any time", "Past week", "Past month", "Past year") : List.of(),
        asked ? links("All boards", "The garden", "Kitchen and cellar", "שיחות") : List.of(),
        hits,
        pager);
  }

  private static List<ListLink> links(String first, String... others) {
    var links = new java.util.ArrayList<ListLink>();
    links.add(new ListLink(first, "/search?q=x", true));
    for (var other : others) {
      links.add(new ListLink(other, "/search?q=y", false));
    }
    return links;
  }

  private static List<HitRow> hits() {
    return List.of(
        new HitRow(
            marked("Canker on a young Cox: cut now or wait?", 0, 6),
            "/p/1",
            GARDEN,
            ada(),
            ago(Duration.ofHours(5)),
            marked(
                "… whoever sees canker on a trunk <b>this</b> thick should wait for dry weather and"
                    + " cut to clean wood, then look again in spring, since most of what looks dead"
                    + " is only asleep …",
                14,
                20)),
        new HitRow(
            marked(
                "A title so long that it must break across several lines, because its writer wanted"
                    + " to say everything",
                0,
                1),
            "/p/2",
            GARDEN,
            longName(),
            ago(Duration.ofDays(3)),
            marked("Canker.", 0, 6)),
        new HitRow(
            marked("שאלה על עצי תאנה", 5, 7),
            "/p/3",
            new BoardLink("Old mailing list", "/b/4/x"),
            archived(),
            ago(Duration.ofDays(4_000)),
            marked("הַיֶּלֶד קרא ספר על עצי תאנה בבית הקפה", 18, 21)));
  }

  private static SafeHtml marked(String text, int from, int to) {
    return SafeHtml.marked("", text, List.of(new SafeHtml.Stretch(from, to)), "");
  }
}
