package postern.web.threads;

import static postern.web.Samples.ada;
import static postern.web.Samples.ago;
import static postern.web.Samples.archived;
import static postern.web.Samples.ben;
import static postern.web.Samples.chidi;
import static postern.web.Samples.html;
import static postern.web.Samples.longName;
import static postern.web.Samples.root;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import postern.kernel.PostId;
import postern.threads.SafeHtml;
import postern.threads.WordDiff;
import postern.web.Choice;
import postern.web.Count;
import postern.web.Discovery;
import postern.web.Field;
import postern.web.Link;
import postern.web.MemberName;
import postern.web.PageModel;
import postern.web.Pager;
import postern.web.Samples;
import postern.web.Section;
import postern.web.WhyNot;
import postern.web.boards.BoardLink;
import postern.web.notices.WatchForm;

/** The pages of this room with made-up content. */
public final class ThreadsSamples {
  private static final BoardLink GARDEN = new BoardLink("The garden", "/b/1/the-garden");
  private static final String TITLE = "Canker on a young Cox: cut now or wait for frost?";

  private static final String QUESTION =
      """
      The tree is four years old, on **MM106**, and has sunken bark on two of the lower branches. I have read
      [the usual leaflet](https://trees.example/canker) twice and it says *both* things:

      1. cut back to clean wood at once;
      2. never cut stone fruit in winter. (This is not stone fruit, I know.)

      > Pruning in dry weather is the single most useful thing you can do.

      What would you do first? I can post pictures of the cut if that helps.
      """;

  private static final String ANSWER =
      """
      @ada cut now. Disinfect between cuts: `70 % alcohol` is enough. This is how I keep track of it:

      | branch | seen | done |
      | --- | --- | ---: |
      | low east | 3 May | 0 |
      | low north | 19 June | 2 |

      - [x] clean the saw
      - [ ] burn what was cut

      ```sh
      canker --tree cox --older-than 4y --report | sort -k2 | awk '{ print $2, $4, "a long line that has to go somewhere" }'
      ```
      """;

  private static final DraftNote NO_DRAFT = new DraftNote("/drafts/threads/10", Optional.empty());
  private static final DraftNote DRAFT =
      new DraftNote("/drafts/threads/10", Optional.of(ago(Duration.ofMinutes(7))));

  private ThreadsSamples() {}

  public static Map<String, PageModel> all() {
    var title = Field.of("title", "");
    return Map.ofEntries(
        Map.entry("thread", member()),
        Map.entry("thread-guest", guest()),
        Map.entry("thread-staff", staff()),
        Map.entry("thread-preview", preview()),
        Map.entry("held", heldPage(true)),
        Map.entry("held-own", heldPage(false)),
        Map.entry("held-none", heldNone()),
        Map.entry("merge", merge()),
        Map.entry("split", split()),
        Map.entry("post-history", history()),
        Map.entry("new-thread", newThread(title, Field.empty("body"), Optional.empty())),
        Map.entry(
            "new-thread-wrong",
            newThread(
                title.refused("Give the thread a title of at least three letters."),
                Field.of("body", "\nA line with <b>signs</b> & more"),
                Optional.of(html(QUESTION)))),
        Map.entry("drafts", drafts(true)),
        Map.entry("drafts-empty", drafts(false)),
        Map.entry("bookmarks", bookmarks(true)),
        Map.entry("bookmarks-empty", bookmarks(false)),
        Map.entry("edit-post", edit()),
        Map.entry(
            "preview-part", new PreviewPart(Samples.guest("x", Section.NONE, "/"), html(ANSWER))),
        Map.entry(
            "similar-part", new SimilarPart(Samples.guest("x", Section.NONE, "/"), similar())));
  }

  private static ThreadPage member() {
    return page(
        Samples.member(TITLE, Section.BOARDS, "/t/10/canker"),
        List.of(),
        posts(true, false),
        Pager.numbered(6, 12, page -> "/t/10/canker?page=" + page),
        Optional.of(new ReplyBox("/t/10/reply", Field.empty("body"), Optional.empty(), NO_DRAFT)),
        Optional.empty(),
        Optional.empty());
  }

  private static ThreadPage preview() {
    return page(
        Samples.member(TITLE, Section.BOARDS, "/t/10/canker"),
        List.of(),
        posts(true, false).subList(0, 1),
        Pager.none(),
        Optional.of(
            new ReplyBox(
                "/t/10/reply", Field.of("body", ANSWER), Optional.of(html(ANSWER)), DRAFT)),
        Optional.empty(),
        Optional.empty());
  }

  private static ThreadPage guest() {
    return page(
        Samples.guest(TITLE, Section.BOARDS, "/t/10/canker"),
        List.of(new ThreadPage.State("lock", "Locked by Mara Voss: it went in circles.")),
        posts(false, false),
        Pager.none(),
        Optional.empty(),
        Optional.of(WhyNot.of("This thread is locked, so nobody adds to it.")),
        Optional.empty());
  }

  private static ThreadPage staff() {
    return page(
        Samples.staff(TITLE, Section.BOARDS, "/t/10/canker"),
        List.of(
            new ThreadPage.State("pin", "Pinned."),
            new ThreadPage.State(
                "move", "Moved here from Kitchen and cellar by Ada Quill: it is about the tree.")),
        posts(true, true),
        Pager.none(),
        Optional.of(new ReplyBox("/t/10/reply", Field.empty("body"), Optional.empty(), NO_DRAFT)),
        Optional.empty(),
        Optional.of(
            new ModeratorTools(
                "/t/10",
                false,
                true,
                false,
                List.of(
                    new Choice("2", "Kitchen and cellar", false),
                    new Choice("3", "The gatehouse", false)))));
  }

  private static ThreadPage page(
      postern.web.Frame frame,
      List<ThreadPage.State> states,
      List<PostView> posts,
      Pager pager,
      Optional<ReplyBox> reply,
      Optional<WhyNot> why,
      Optional<ModeratorTools> tools) {
    var watch =
        reply.map(
            _ ->
                new WatchForm(
                    "/t/10/unwatch",
                    "Stop telling me",
                    Optional.of("You are told of new posts here."),
                    1));
    return new ThreadPage(
        frame,
        "10",
        TITLE,
        GARDEN,
        Count.replies(17),
        states,
        posts,
        List.of(
            new ThreadPage.SeamLine(
                2,
                "3 posts moved to",
                Optional.of(new Link("Which saw for thick boughs?", "/t/11/which-saw")),
                "Why: they were about saws.")),
        tools.isPresent() ? List.of(held(true)) : List.of(),
        pager,
        reply,
        why,
        watch,
        tools,
        frame.me().isPresent() ? Optional.of("/t/10/unread") : Optional.empty(),
        new Discovery(
            Optional.of("/t/10.atom"),
            Optional.of(SafeHtml.json("{\"@type\": \"Thing\", \"name\": \"</script>&\"}"))));
  }

  private static List<PostView> posts(boolean member, boolean staff) {
    return List.of(
        post(1, ada(), 60 * 24 * 40, html(QUESTION), Optional.empty(), true, member, staff),
        post(2, chidi(), 60 * 20, html(ANSWER), Optional.empty(), false, member, true),
        post(
            3,
            longName(),
            300,
            html("Donau" + "dampfschifffahrts".repeat(12)),
            Optional.empty(),
            false,
            member,
            staff),
        post(
            4,
            ben(),
            200,
            staff ? html("What stood here.") : SafeHtml.EMPTY,
            Optional.of("Deleted by its author."),
            false,
            false,
            staff),
        post(
            5,
            archived(),
            4_700_000,
            html("# A heading\n\nשלום לכולם\n\n🍏🍏🍏"),
            Optional.empty(),
            false,
            member,
            staff),
        post(
            6,
            MemberName.formerMember(),
            12,
            html("I agree with Ada."),
            Optional.empty(),
            false,
            member,
            staff));
  }

  private static PostView post(
      int number,
      MemberName by,
      int minutes,
      SafeHtml html,
      Optional<String> gone,
      boolean edited,
      boolean quote,
      boolean own) {
    return new PostView(
        "10" + number,
        number,
        by,
        ago(Duration.ofMinutes(minutes)),
        html,
        gone,
        edited ? Optional.of(ago(Duration.ofMinutes(90))) : Optional.empty(),
        edited ? Optional.of("/p/10" + number + "/history") : Optional.empty(),
        quote ? Optional.of("/t/10/canker?quote=10" + number + "#reply") : Optional.empty(),
        own ? Optional.of("/p/10" + number + "/edit") : Optional.empty(),
        own && gone.isEmpty() ? Optional.of("/p/10" + number + "/delete") : Optional.empty(),
        own && gone.isPresent() ? Optional.of("/p/10" + number + "/restore") : Optional.empty(),
        number == 6,
        quote
            ? Optional.of(BookmarkForm.of(new PostId(100 + number), number == 2))
            : Optional.empty(),
        quote && !own ? Optional.of("/p/10" + number + "/flag") : Optional.empty());
  }

  private static DraftsPage drafts(boolean some) {
    return new DraftsPage(
        Samples.member("Drafts", Section.NONE, "/drafts"),
        some
            ? List.of(
                new DraftsPage.Row(
                    TITLE,
                    "Reply",
                    Optional.of("/t/10/canker#reply"),
                    "I would wait for the first dry week, and then",
                    ago(Duration.ofMinutes(7)),
                    "/drafts/threads/10/forget"),
                new DraftsPage.Row(
                    "A thread that you cannot read now",
                    "Reply, where you cannot write now",
                    Optional.empty(),
                    "Donau" + "dampfschifffahrts".repeat(12),
                    ago(Duration.ofDays(20)),
                    "/drafts/threads/11/forget"))
            : List.of());
  }

  private static BookmarksPage bookmarks(boolean some) {
    return new BookmarksPage(
        Samples.member("Bookmarks", Section.NONE, "/bookmarks"),
        some
            ? List.of(
                new BookmarksPage.Kept(
                    TITLE,
                    "/p/102",
                    GARDEN,
                    chidi(),
                    "Cut now. Disinfect between cuts: 70 % alcohol is enough.",
                    ago(Duration.ofHours(20)),
                    "/bookmarks/102/remove"),
                new BookmarksPage.Kept(
                    "שאלה על עצי תאנה",
                    "/p/103",
                    GARDEN,
                    longName(),
                    "Donau" + "dampfschifffahrts".repeat(12),
                    ago(Duration.ofDays(20)),
                    "/bookmarks/103/remove"))
            : List.of(),
        Pager.none());
  }

  private static PostHistoryPage history() {
    var before = "Cut now. Disinfect between cuts: alcohol is enough.\n\nBurn what was cut.";
    var after =
        "Cut now, in dry weather. Disinfect between cuts: 70 % alcohol is enough.\n\n"
            + "Burn or bury what was cut.";
    return new PostHistoryPage(
        Samples.member("Versions of a post", Section.BOARDS, "/p/102/history"),
        TITLE,
        "/p/102",
        chidi(),
        List.of(
            new PostHistoryPage.Version(
                2, root(), ago(Duration.ofMinutes(90)), words(before, after)),
            new PostHistoryPage.Version(
                1, chidi(), ago(Duration.ofHours(20)), words(before, before))));
  }

  private static List<PostHistoryPage.Words> words(String before, String after) {
    return WordDiff.between(before, after).stream().map(PostHistoryPage.Words::of).toList();
  }

  private static NewThreadPage newThread(Field title, Field body, Optional<SafeHtml> preview) {
    return new NewThreadPage(
        Samples.member("New thread", Section.BOARDS, "/b/1/new"),
        GARDEN,
        "/b/1/new",
        title,
        body,
        preview,
        preview.isPresent() ? similar() : List.of(),
        new DraftNote("/drafts/boards/1", Optional.of(ago(Duration.ofMinutes(50)))));
  }

  private static List<Link> similar() {
    return List.of(
        new Link("Canker on an old pear", "/t/11/x"), new Link("מחלה בעץ תפוח", "/t/12/x"));
  }

  private static HeldView held(boolean staff) {
    return new HeldView(
        "107",
        longName(),
        ago(Duration.ofMinutes(8)),
        new Link(TITLE, "/t/10/canker"),
        staff ? Optional.empty() : Optional.of("A thread of its own"),
        html("Buy the **best** saws at [my shop](https://saws.example/cheap)."),
        "Waits for a moderator. Until then nobody but its author and moderators sees it.",
        staff ? Optional.of("A word stands in it that administrators listed.") : Optional.empty(),
        staff ? Optional.of("/held/107/approve") : Optional.empty(),
        staff ? Optional.of("/held/107/refuse") : Optional.empty(),
        staff ? Optional.empty() : Optional.of("/held/107/withdraw"));
  }

  private static HeldPage heldPage(boolean staff) {
    var view = List.of(held(staff));
    var none = List.<HeldView>of();
    return new HeldPage(
        staff
            ? Samples.staff("Posts that wait", Section.NONE, "/held")
            : Samples.member("Posts that wait", Section.NONE, "/held"),
        staff ? view : none,
        staff ? none : view,
        Pager.none());
  }

  private static HeldPage heldNone() {
    return new HeldPage(
        Samples.member("Posts that wait", Section.NONE, "/held"),
        List.of(),
        List.of(),
        Pager.none());
  }

  private static MergePage merge() {
    return new MergePage(
        Samples.staff("Merge a thread", Section.BOARDS, "/t/10/moderate/merge"),
        TITLE,
        "/t/10/canker",
        "/t/10/moderate/merge",
        Field.of("into", "the other one").refused("That is no other thread that you moderate."),
        Field.of("reason", "One question, one thread"));
  }

  private static SplitPage split() {
    return new SplitPage(
        Samples.staff("Split a thread", Section.BOARDS, "/t/10/moderate/split"),
        TITLE,
        "/t/10/canker",
        "/t/10/moderate/split",
        List.of(
            new SplitPage.Row("102", 2, chidi(), "cut now. Disinfect between cuts.", false),
            new SplitPage.Row("103", 3, longName(), "Donau" + "dampfschiff".repeat(12), true)),
        true,
        Optional.of("Tick the posts that go."),
        Field.of("title", "Which saw for thick boughs?"),
        List.of(new Choice("1", "The garden", true), new Choice("2", "Kitchen and cellar", false)),
        Field.empty("reason").refused("Give a reason."),
        Pager.numbered(1, 3, number -> "/t/10/moderate/split?page=" + number));
  }

  private static EditPostPage edit() {
    return new EditPostPage(
        Samples.staff("Edit post", Section.BOARDS, "/p/101/edit"),
        TITLE,
        "/p/101/edit",
        "/p/101",
        "2",
        Optional.of(Field.of("title", TITLE)),
        Field.of("body", QUESTION),
        true,
        Optional.empty());
  }
}
