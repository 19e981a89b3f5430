package postern.web.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static postern.kernel.AMember.aMember;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import postern.Forum;
import postern.World;
import postern.kernel.Ids;
import postern.kernel.Randomness;
import postern.kernel.ThreadId;
import postern.kernel.Username;
import postern.storage.Storage;
import postern.threads.Replied;

/**
 * A page that is kept for visitors costs no statement, and shows every change from the next request
 * on, on this node and on another.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptPagesTest {
  private ProofHouse house;
  private Story story;
  private StatementCount statements;

  @BeforeAll
  void open() {
    house = new ProofHouse();
    story = new Story(house, Story.ADA);
    story.join();
    story.boards();
    statements = new StatementCount(house.database);
  }

  @AfterAll
  void close() {
    statements.close();
    house.close();
  }

  /** As a node does twice a second by itself. */
  @BeforeEach
  void follow() {
    house.forum.foundation().storage().database().changes().follow();
  }

  private Answer ask(String path, String headers) {
    return house.caller("guest").call("GET", path, headers, "", Set.of());
  }

  private String text(String path) {
    return ask(path, "").expect(200).text();
  }

  private String thread() {
    return "/t/" + story.thread + "/" + slug();
  }

  private String slug() {
    var location = ask("/t/" + story.thread, "").header("Location").orElseThrow();
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private String board() {
    return ask("/b/" + story.board, "").header("Location").orElseThrow();
  }

  private long statementsFor(Runnable work) {
    long least = Long.MAX_VALUE;
    // Another test may use this server in between, so the least of a few counts.
    for (int i = 0; i < 3 && least > 0; i++) {
      var before = statements.now();
      work.run();
      Map<String, Long> since = statements.since(before);
      least = Math.min(least, since.values().stream().mapToLong(Long::longValue).sum());
    }
    return least;
  }

  @Test
  void aWarmPageCostsNoStatement() {
    for (var path :
        List.of(thread(), board(), "/", "/latest", "/p/" + story.post, "/t/" + story.thread)) {
      follow();
      ask(path, "");
      assertThat(statementsFor(() -> ask(path, ""))).as(path).isZero();
    }
  }

  @Test
  void theTagIsStrongAndAnswersWhoHasThePage() {
    var path = thread();
    var first = ask(path, "");
    var tag = first.header("ETag").orElseThrow();

    assertThat(tag).matches("\"[0-9a-f]{24}\"");
    assertThat(first.header("Cache-Control")).contains("public, no-cache");
    assertThat(first.header("Set-Cookie")).isEmpty();
    for (int i = 0; i < 2; i++) {
      var again = ask(path, "If-None-Match: W/\"x\", " + tag + "\r\n");
      assertThat(again.status()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(again.header("ETag")).contains(tag);
    }
    assertThat(ask(path, "If-None-Match: \"other\"\r\n").status()).isEqualTo(200);
  }

  @Test
  void whoTakesGzipGetsTheSamePageCompressed() throws IOException {
    var path = thread();
    for (int i = 0; i < 2; i++) {
      var plain = ask(path, "Accept-Encoding: br, gzip;q=0\r\n");
      var zipped = ask(path, "Accept-Encoding: br, gzip\r\n");

      assertThat(plain.header("Content-Encoding")).isEmpty();
      assertThat(zipped.header("Content-Encoding")).contains("gzip");
      assertThat(zipped.header("Vary").orElseThrow()).contains("Accept-Encoding");
      assertThat(zipped.body().length).isLessThan(plain.body().length / 2);
      assertThat(unzipped(zipped.body())).isEqualTo(plain.text());
      assertThat(zipped.header("ETag")).isNotEqualTo(plain.header("ETag"));
      var tag = zipped.header("ETag").orElseThrow();
      assertThat(ask(path, "Accept-Encoding: gzip\r\nIf-None-Match: " + tag + "\r\n").status())
          .isEqualTo(304);
    }
  }

  @Test
  void aMemberGetsNothingThatIsKeptAndLeavesNothing() {
    var path = thread();
    var kept = text(path);
    var mine = house.caller("ada").page(path);
    assertThat(mine.text()).contains("/letters").isNotEqualTo(kept);
    assertThat(mine.header("Cache-Control")).contains("private, no-cache");
    assertThat(text(path)).isEqualTo(kept);
    var stale = ask(path, "Cookie: session=" + "A".repeat(43) + "\r\n");
    assertThat(stale.header("Set-Cookie")).isPresent();
    assertThat(text(path)).isEqualTo(kept);
  }

  @Test
  void anotherHostIsStillRefused() {
    text("/");
    assertThat(
            house
                .caller("guest")
                .call("GET", "/", "Host: foreign.example\r\n", "", Set.of())
                .status())
        .isGreaterThanOrEqualTo(400);
  }

  /**
   * @param shows where it must be seen
   */
  private record Change(String name, Runnable change, List<Seen> shows) {}

  /**
   * @param after whether the text is there after the change, and the other way round before it
   */
  private record Seen(String path, String text, boolean after) {
    boolean in(Answer answer) {
      return Pattern.compile(text, Pattern.DOTALL).matcher(answer.head() + answer.text()).find();
    }
  }

  private static Seen shows(String path, String text) {
    return new Seen(path, text, true);
  }

  private static Seen hides(String path, String text) {
    return new Seen(path, text, false);
  }

  @Test
  void everyChangeShowsInTheNextRequest() {
    for (var change : changes()) {
      follow();
      for (var seen : change.shows()) {
        ask(seen.path(), "");
        assertThat(seen.in(ask(seen.path(), "")))
            .as("before: %s on %s", change.name(), seen.path())
            .isNotEqualTo(seen.after());
      }
      change.change().run();
      for (var seen : change.shows()) {
        assertThat(seen.in(ask(seen.path(), "")))
            .as("after: %s on %s", change.name(), seen.path())
            .isEqualTo(seen.after());
      }
    }
  }

  private List<Change> changes() {
    var ada = house.caller("ada");
    var cleo = house.caller("cleo");
    var dora = house.caller("dora");
    var thread = thread();
    var board = board();
    var one = "/threads/" + story.thread;
    var bare = "/t/" + story.thread;
    var other =
        dora.post(
                "/boards",
                "{\"slug\": \"other\", \"title\": \"Other\", \"description\": \"x\", \"read\":"
                    + " \"visitors\", \"write\": \"members\"}")
            .expect(201)
            .json("id");
    return List.of(
        change(
            "a reply",
            () -> ada.post(one + "/posts", "{\"body\": \"A heron stands\"}").expect(201),
            shows(thread, "A heron stands"),
            shows("/", "4 posts"),
            shows(board, ">3</span>"),
            shows("/latest", ">3</span>")),
        change(
            "an edit",
            () -> house.caller("ben").patch("/posts/" + story.post, body("Two owls")).expect(200),
            shows(thread, "Two owls")),
        change(
            "a deletion",
            () -> cleo.delete("/posts/" + story.post),
            hides(thread, "Two owls"),
            hides("/", "4 posts")),
        change(
            "a restoration",
            () -> cleo.post("/posts/" + story.post + "/restore", why("Good.")).expect(200),
            shows(thread, "Two owls")),
        change(
            "a lock",
            () -> cleo.put(one + "/lock", why("Enough said.")).expect(200),
            shows(thread, "Enough said."),
            shows(board, "Locked")),
        change(
            "an unlock",
            () -> cleo.delete(one + "/lock").expect(200),
            hides(thread, "Enough said.")),
        change(
            "a new thread",
            () ->
                ada.post(
                        "/boards/" + story.board + "/threads",
                        "{\"title\": \"Mill ponds\", \"body\": \"Deep?\"}")
                    .expect(201),
            shows("/", "Mill ponds"),
            shows("/latest", "Mill ponds"),
            shows(board, "Mill ponds")),
        change(
            "a display name",
            () -> ada.patch("/me", "{\"displayName\": \"Ada of the weir\"}").expect(200),
            shows(thread, "Ada of the weir"),
            shows("/", "Ada of the weir"),
            shows(board, "Ada of the weir")),
        change(
            "a role",
            () ->
                dora.put(
                        "/members/ada/role",
                        "{\"role\": \"moderator\", \"reason\": \"She asked.\"}")
                    .expect(204),
            shows(thread, "oderator")),
        change(
            "a hidden thread",
            () -> cleo.put(one + "/hide", why("Later.")).expect(200),
            hides(thread, "Two owls"),
            hides("/", "Water wheels"),
            hides(board, "Water wheels"),
            hides("/latest", "Water wheels")),
        change(
            "a shown thread",
            () -> cleo.delete(one + "/hide").expect(200),
            shows(thread, "Two owls"),
            shows("/", "Water wheels")),
        change(
            "a move",
            () ->
                cleo.put(
                        one + "/move",
                        "{\"board\": \"" + other + "\", \"reason\": \"It fits there.\"}")
                    .expect(200),
            shows(thread, "It fits there."),
            hides(board, "Water wheels")),
        change(
            "a new title",
            () -> cleo.patch(one, "{\"title\": \"Wheels of water\"}").expect(200),
            hides(thread, "Two owls"),
            shows("/", "Wheels of water")),
        change(
            "a board's name",
            () -> dora.patch("/boards/" + other, "{\"title\": \"Elsewhere\"}").expect(200),
            shows(bare + "/wheels-of-water", "Elsewhere"),
            shows("/", "Elsewhere")),
        change(
            "the order of boards",
            () -> dora.put("/boards/order", "{\"boards\": [\"" + other + "\"]}").expect(200),
            shows("/", "<h3><a[^>]*>Elsewhere.*<h3><a[^>]*>Garden")),
        change(
            "a board that only members read",
            () -> dora.patch("/boards/" + other, "{\"read\": \"members\"}").expect(200),
            hides("/", "Elsewhere"),
            hides("/latest", "Wheels of water"),
            hides(bare, " 302 ")),
        change(
            "a board that visitors read again",
            () -> dora.patch("/boards/" + other, "{\"read\": \"visitors\"}").expect(200),
            shows("/", "Elsewhere"),
            shows(bare, " 302 ")));
  }

  /** Another node hears of a change when it asks, which each does twice a second. */
  @Test
  void anotherNodesChangeShowsOnceItIsHeardOf() {
    var path = thread();
    var settings = house.forum.foundation().settings();
    var world = new World(house.clock, Randomness.secure(), _ -> farIds());
    try (var storage =
            Storage.open(
                house.database, Path.of("target"), Storage.Role.SERVICE, world.randomness());
        var other = Forum.of(settings, storage, world)) {
      follow();
      assertThat(text(path)).doesNotContain("From the other node");
      var eve = house.forum.accounts().find(new Username("eve")).orElseThrow().id();
      var said =
          other
              .discussions()
              .posts()
              .reply(
                  aMember(eve.value()).looking(),
                  ThreadId.parse(story.thread).orElseThrow(),
                  "From the other node.");
      assertThat(said).isInstanceOf(Replied.Posted.class);
      assertThat(text(path)).doesNotContain("From the other node");
      follow();
      assertThat(text(path)).contains("From the other node");
      assertThat(statementsFor(() -> ask(path, ""))).isZero();
    }
  }

  private static Ids farIds() {
    var next = new AtomicLong(5_000_000);
    return new Ids() {
      @Override
      public long next() {
        return next.getAndIncrement();
      }

      @Override
      public long unguessable() {
        return next.getAndIncrement();
      }
    };
  }

  private static Change change(String name, Runnable change, Seen... shows) {
    return new Change(name, change, List.of(shows));
  }

  private static String body(String words) {
    return "{\"body\": \"" + words + "\"}";
  }

  private static String why(String reason) {
    return "{\"reason\": \"" + reason + "\"}";
  }

  private static String unzipped(byte[] body) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
