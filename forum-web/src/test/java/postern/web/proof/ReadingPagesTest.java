package postern.web.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reading on, on the running site: what was read is marked for its reader alone. */
class ReadingPagesTest {
  private static ProofHouse house;
  private static String board;
  private static String closed;

  @BeforeAll
  static void open() {
    house = new ProofHouse();
    var story = new Story(house, Story.ADA);
    story.join();
    board = board("garden", "visitors");
    closed = board("shed", "members");
    house.clock.advance(Duration.ofMinutes(1));
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void aThreadIsMarkedForWhoHasNotReadItAndForNobodyElse() {
    var thread = thread(board, "Wheels of unread");
    reply(thread, "One");
    assertThat(row("eve", "Wheels of unread")).contains("thread--new");
    assertThat(row("ben", "Wheels of unread")).doesNotContain("thread--new");
    assertThat(row("guest", "Wheels of unread")).doesNotContain("thread--new");

    caller("eve").page("/t/" + thread + "/wheels-of-unread").expect(200);
    assertThat(row("eve", "Wheels of unread")).doesNotContain("thread--new");
    assertThat(row("cleo", "Wheels of unread")).contains("thread--new");
    assertThat(caller("eve").page("/latest?show=unread").text()).doesNotContain("Wheels of unread");

    var second = reply(thread, "Two");
    assertThat(row("eve", "Wheels of unread")).contains("/t/" + thread + "/unread");
    assertThat(caller("eve").page("/t/" + thread + "/unread").header("Location"))
        .contains("/t/" + thread + "/wheels-of-unread#p" + second);
    var page = caller("eve").page("/t/" + thread + "/wheels-of-unread").text();
    assertThat(page.split("class=\"new\"")).hasSize(2);
  }

  @Test
  void whatIsFetchedAheadIsNotRead() {
    var thread = thread(board, "Fetched ahead");
    var eve = caller("eve");
    eve.call(
        "GET",
        "/t/" + thread + "/fetched-ahead",
        "Authorization: Bearer " + token("eve") + "\r\nSec-Purpose: prefetch\r\n",
        "",
        Set.of());
    assertThat(row("eve", "Fetched ahead")).contains("thread--new");
  }

  @Test
  void aPostMarksEverythingAsReadAndAGetDoesNot() {
    thread(board, "Marked at once");
    thread(closed, "In the shed");
    caller("eve").page("/read/all");
    assertThat(row("eve", "Marked at once")).contains("thread--new");

    caller("eve").submit("/read/boards/" + board, "").expect(303);
    assertThat(row("eve", "Marked at once")).doesNotContain("thread--new");
    assertThat(row("eve", "In the shed")).contains("thread--new");

    caller("eve").submit("/read/all", "").expect(303);
    assertThat(row("eve", "In the shed")).doesNotContain("thread--new");
    caller("guest").submit("/read/boards/" + closed, "").expect(303);
  }

  @Test
  void theFrontPageCountsWhatCameSinceTheLastVisit() {
    var cleo = caller("cleo");
    cleo.page("/").expect(200);
    house.clock.advance(Duration.ofMinutes(45));
    thread(board, "While away");
    house.clock.advance(Duration.ofMinutes(1));

    assertThat(cleo.page("/").text()).contains("1 thread with something new");
    assertThat(cleo.page("/latest?show=new").text()).contains("While away");
    assertThat(caller("guest").page("/").text()).doesNotContain("with something new");
  }

  @Test
  void aListTellsHowManyThreadsAreNewAndOnlyToWhoMayReadThem() {
    thread(board, "There before");
    var page = caller("eve").page("/latest").text();
    int at = page.indexOf("data-list-news=\"") + "data-list-news=\"".length();
    var address = page.substring(at, page.indexOf('"', at)).replace("&amp;", "&");
    var first = news("eve", address).expect(200);
    assertThat(first.json("threads")).isEqualTo("0");

    thread(closed, "For members, new");
    assertThat(news("eve", address).json("threads")).isEqualTo("1");
    assertThat(news("guest", address).json("threads")).isEqualTo("0");
    assertThat(news("guest", address + "&board=" + closed).json("threads")).isEqualTo("0");
    assertThat(first.header("ETag")).isPresent();
    news("guest", "/latest/news?after=x").expect(404);
  }

  @Test
  void aBookmarkIsItsOwnersAndGoesWithTheRightToRead() {
    var thread = thread(closed, "Kept for later");
    var post = reply(thread, "A post to keep");
    caller("eve").submit("/bookmarks/" + post, "").expect(303);
    assertThat(caller("eve").page("/bookmarks").text()).contains("A post to keep");
    assertThat(caller("ben").page("/bookmarks").text()).doesNotContain("A post to keep");
    assertThat(caller("guest").page("/bookmarks").status()).isEqualTo(303);

    caller("dora").put("/threads/" + thread + "/hide", "{\"reason\": \"No.\"}").expect(200);
    assertThat(caller("eve").page("/bookmarks").text()).doesNotContain("A post to keep");
    assertThat(caller("eve").get("/me/bookmarks").text()).doesNotContain("A post to keep");
    assertThat(caller("eve").get("/threads?view=bookmarked").text()).doesNotContain("Kept for");
  }

  @Test
  void aDraftComesBackUntilItIsPosted() {
    var thread = thread(board, "Half said");
    var reply = "/t/" + thread + "/reply";
    caller("eve").submit(reply, "action=draft&body=Half+a+thought").expect(303);
    assertThat(caller("eve").page("/t/" + thread + "/half-said").text())
        .contains("Half a thought</textarea>", "Your draft is back");
    assertThat(caller("eve").page("/drafts").text()).contains("Half a thought", "Half said");
    for (var other : List.of("ben", "dora", "guest")) {
      assertThat(caller(other).page("/t/" + thread + "/half-said").text())
          .doesNotContain("Half a thought");
      assertThat(caller(other).page("/drafts").text()).doesNotContain("Half a thought");
    }

    caller("eve").submit(reply, "body=A+whole+one").expect(303);
    assertThat(caller("eve").page("/t/" + thread + "/half-said").text())
        .doesNotContain("Half a thought");
    caller("eve").get("/me/drafts/threads/" + thread).expect(404);
  }

  @Test
  void aScriptKeepsADraftAndAPreviewDoesToo() {
    var address = "/drafts/boards/" + board;
    caller("ben").submit(address, "title=Later&body=Some+words").expect(204);
    assertThat(caller("ben").page("/b/" + board + "/new").text())
        .contains("value=\"Later\"", "Some words</textarea>");
    caller("ben")
        .submit("/b/" + board + "/new", "action=preview&title=Later&body=More+words")
        .expect(200);
    assertThat(caller("ben").get("/me/drafts/boards/" + board).json("body"))
        .isEqualTo("More words");

    caller("ben").submit(address + "/forget?from=place", "").expect(303);
    caller("ben").get("/me/drafts/boards/" + board).expect(404);
    caller("guest").submit(address, "title=Later&body=Some+words").expect(303);
  }

  @Test
  void aDraftStaysItsWritersWhenThePlaceIsClosed() {
    var thread = thread(board, "Soon gone");
    caller("eve").put("/me/drafts/threads/" + thread, "{\"body\": \"My words\"}").expect(204);
    caller("dora").put("/threads/" + thread + "/hide", "{\"reason\": \"No.\"}").expect(200);

    assertThat(caller("eve").page("/drafts").text())
        .contains("My words", "A thread that you cannot read now")
        .doesNotContain("Soon gone");
    caller("eve").put("/me/drafts/threads/" + thread, "{\"body\": \"More\"}").expect(404);
  }

  @Test
  void listsOneMembersPostsAndThreads() {
    thread(closed, "Only for members");
    assertThat(caller("eve").page("/m/ada?show=threads").text()).contains("Only for members");
    assertThat(caller("guest").page("/m/ada?show=threads").text())
        .doesNotContain("Only for members");
  }

  private static Caller caller(String who) {
    return house.caller(who);
  }

  private static String token(String who) {
    return caller(who).session();
  }

  private static Answer news(String who, String address) {
    var session = caller(who).session();
    var bearer = session.isEmpty() ? "" : "Authorization: Bearer " + session + "\r\n";
    return caller(who).call("GET", address, bearer, "", Set.of());
  }

  private static String board(String slug, String read) {
    return caller("dora")
        .post(
            "/boards",
            """
            {"slug": "%1$s", "title": "The %1$s", "read": "%2$s", "write": "members"}
            """
                .formatted(slug, read))
        .expect(201)
        .json("id");
  }

  private static String thread(String on, String title) {
    house.clock.advance(Duration.ofSeconds(10));
    return caller("ada")
        .post(
            "/boards/" + on + "/threads",
            "{\"title\": \"%s\", \"body\": \"The first.\"}".formatted(title))
        .expect(201)
        .json("id");
  }

  private static String reply(String thread, String text) {
    house.clock.advance(Duration.ofSeconds(10));
    return caller("ben")
        .post("/threads/" + thread + "/posts", "{\"body\": \"%s\"}".formatted(text))
        .expect(201)
        .json("id");
  }

  /** The thread's row on the list of all threads. */
  private static String row(String who, String title) {
    for (var row : caller(who).page("/latest").text().split("<li class=\"thread")) {
      if (row.contains(title)) {
        return "thread" + row;
      }
    }
    throw new AssertionError("no row");
  }
}
