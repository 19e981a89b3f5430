package postern.web.boards;

import static postern.web.Samples.ada;
import static postern.web.Samples.ago;
import static postern.web.Samples.archived;
import static postern.web.Samples.ben;
import static postern.web.Samples.chidi;
import static postern.web.Samples.longName;
import static postern.web.Samples.root;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import postern.web.Count;
import postern.web.Discovery;
import postern.web.MemberName;
import postern.web.PageModel;
import postern.web.Pager;
import postern.web.Samples;
import postern.web.Section;
import postern.web.WhyNot;
import postern.web.notices.WatchForm;

/** The pages of this room with made-up content. */
public final class BoardsSamples {
  private static final BoardLink GARDEN = new BoardLink("The garden", "/b/1/the-garden");
  private static final BoardLink KITCHEN =
      new BoardLink("Kitchen and cellar", "/b/2/kitchen-and-cellar");
  private static final BoardLink ARCHIVE =
      new BoardLink("Old mailing list", "/b/4/old-mailing-list");

  private static final Optional<String> NEWS =
      Optional.of("/latest/news?after=2026-11-23T15:00:00Z");

  private BoardsSamples() {}

  public static Map<String, PageModel> all() {
    return Map.of(
        "front", front(true),
        "front-guest", front(false),
        "front-empty", empty(),
        "board", board(),
        "board-empty", emptyBoard(),
        "latest",
            new LatestPage(
                Samples.member("Latest threads", Section.LATEST, "/latest"),
                List.of(
                    new ListLink("All", "/latest", true),
                    new ListLink("Unread", "/latest?show=unread", false),
                    new ListLink("New since your last visit", "/latest?show=new", false),
                    new ListLink("Unanswered", "/latest?show=unanswered", false)),
                rows(true),
                Pager.byKey(Optional.empty(), Optional.of("/latest?after=10")),
                Optional.of("/read/all"),
                NEWS,
                Discovery.feed("/latest.atom")));
  }

  private static FrontPage empty() {
    return new FrontPage(
        Samples.guest("Orchard Talk", Section.BOARDS, "/"),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.of("/b/1/new"),
        NEWS,
        Discovery.feed("/latest.atom"));
  }

  private static BoardPage board() {
    return new BoardPage(
        Samples.staff("The garden", Section.BOARDS, "/b/1/the-garden"),
        "The garden",
        "Trees, soil, pruning and everything that bites them.",
        Optional.of("Everyone reads. Members of the group Growers start threads."),
        Optional.of("/b/1/new"),
        Optional.empty(),
        Optional.of(new WatchForm("/b/1/watch", "Watch this board", Optional.empty(), 1)),
        List.of(
            new ListLink("By last post", "/b/1/the-garden", true),
            new ListLink("By start", "/b/1/the-garden?order=start", false)),
        List.of(
            new ListLink("All", "/b/1/the-garden", true),
            new ListLink("Unread", "/b/1/the-garden?show=unread", false),
            new ListLink("Unanswered", "/b/1/the-garden?show=unanswered", false)),
        rows(true).stream().map(BoardsSamples::withoutBoard).toList(),
        Pager.byKey(Optional.of("/b/1/the-garden"), Optional.of("/b/1/the-garden?after=20")),
        Optional.of("/read/boards/1"),
        NEWS,
        Discovery.feed("/b/1.atom"));
  }

  private static BoardPage emptyBoard() {
    return new BoardPage(
        Samples.guest("Kitchen and cellar", Section.BOARDS, "/b/2/kitchen-and-cellar"),
        "Kitchen and cellar",
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.of(WhyNot.signIn("/b/1/the-garden", "to write here.")),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Pager.none(),
        Optional.empty(),
        Optional.empty(),
        Discovery.NONE);
  }

  private static ThreadRow withoutBoard(ThreadRow row) {
    return new ThreadRow(
        row.title(),
        row.href(),
        Optional.empty(),
        row.starter(),
        row.last(),
        row.lastPosted(),
        row.replies(),
        row.pinned(),
        row.locked(),
        row.hidden(),
        row.unread());
  }

  private static FrontPage front(boolean member) {
    return new FrontPage(
        member
            ? Samples.member("Orchard Talk", Section.BOARDS, "/")
            : Samples.guest("Orchard Talk", Section.BOARDS, "/"),
        Optional.of("Growing, grafting and preserving fruit. Everyone reads; members write."),
        List.of(
            board(
                GARDEN,
                "Trees, soil, pruning and everything that bites them.",
                482,
                6210,
                member,
                ada(),
                40),
            board(
                KITCHEN,
                "Jam, cider, drying racks, and what to do with forty quinces.",
                207,
                1893,
                false,
                ben(),
                300),
            board(
                new BoardLink("The gatehouse", "/b/3/the-gatehouse"),
                "About this forum itself.",
                31,
                240,
                false,
                root(),
                4000),
            board(
                ARCHIVE,
                "The list of 1998 to 2017, read only.",
                1204,
                12480,
                false,
                archived(),
                4_700_000)),
        rows(member),
        member ? Optional.of(Count.threads(14)) : Optional.empty(),
        Optional.empty(),
        NEWS,
        Discovery.feed("/latest.atom"));
  }

  static List<ThreadRow> rows(boolean unread) {
    return List.of(
        row(
            "Welcome, and how letters work here",
            GARDEN,
            root(),
            root(),
            60 * 24 * 3,
            4,
            true,
            true,
            false),
        row(
            "Canker on a young Cox: cut now or wait for frost?",
            GARDEN,
            ada(),
            chidi(),
            40,
            17,
            false,
            false,
            unread),
        row(
            "Who has room for two beehives near Lindow",
            KITCHEN,
            ben(),
            ada(),
            130,
            3,
            false,
            false,
            unread),
        row("🍐 Perry pears", KITCHEN, longName(), longName(), 300, 128, false, false, false),
        row(
            "A title so long that it must break across several lines, because its writer wanted to"
                + " say everything there is to say about rootstocks before anybody opened the"
                + " thread",
            GARDEN,
            chidi(),
            ben(),
            2000,
            0,
            false,
            false,
            false),
        row("שאלה על עצי תאנה", GARDEN, ben(), ben(), 9000, 2, false, false, false),
        row(
            "Donau" + "dampfschifffahrts".repeat(10),
            ARCHIVE,
            archived(),
            archived(),
            4_700_000,
            1204,
            false,
            true,
            false));
  }

  static ThreadRow row(
      String title,
      BoardLink board,
      MemberName starter,
      MemberName last,
      int minutes,
      int replies,
      boolean pinned,
      boolean locked,
      boolean unread) {
    return new ThreadRow(
        title,
        "/t/10/x",
        Optional.of(board),
        starter,
        last,
        ago(Duration.ofMinutes(minutes)),
        Count.replies(replies),
        pinned,
        locked,
        false,
        unread);
  }

  private static FrontPage.BoardRow board(
      BoardLink link,
      String description,
      int threads,
      int posts,
      boolean unread,
      MemberName last,
      int minutes) {
    return new FrontPage.BoardRow(
        link.title(),
        link.href(),
        description,
        Count.threads(threads),
        Count.posts(posts),
        Optional.of(
            new FrontPage.LastPost(
                "Canker on a young Cox: cut now or wait for frost?",
                "/p/1",
                last,
                ago(Duration.ofMinutes(minutes)))),
        unread,
        Optional.empty());
  }
}
