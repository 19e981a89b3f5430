package postern.web.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Feeds on the running site: valid, the same for everybody or one member's own, and no more. */
class FeedPagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private static ProofHouse house;
  private static String board;
  private static String closed;
  private static String thread;
  private static String secretThread;

  @BeforeAll
  static void open() {
    house = new ProofHouse();
    new Story(house, Story.ADA).join();
    board = board("garden", "visitors");
    closed = board("shed", "members");
    thread =
        thread(board, "Wheels & <mills>", "See [us](/m/ada).\\n\\n> \\\"quoted\\\" \\u0007 🍐");
    secretThread = thread(closed, "In the shed", "For members");
    reply(thread, "Mine turns.");
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void everyFeedIsValid() throws Exception {
    for (var path : List.of("/latest.atom", "/b/" + board + ".atom", "/t/" + thread + ".atom")) {
      var answer = caller("guest").page(path).expect(200);
      assertThat(answer.header("Content-Type")).contains("application/atom+xml;charset=utf-8");
      assertThat(answer.header("Set-Cookie")).isEmpty();
      valid(feed(answer));
    }
    var feed = feed(caller("guest").page("/t/" + thread + ".atom"));
    assertThat(entries(feed)).hasSizeGreaterThan(1);
    var first = entries(feed).getLast();
    assertThat(text(first, "title")).isEqualTo("Wheels & <mills>");
    assertThat(text(first, "name")).isEqualTo("ada");
    assertThat(text(first, "content"))
        .contains("href=\"http://localhost:8080/m/ada\"", "&#x1f350;")
        .doesNotContain("\u0007");
  }

  @Test
  void anEmptyFeedIsValidToo() throws Exception {
    var empty = board("empty", "visitors");
    valid(feed(caller("guest").page("/b/" + empty + ".atom").expect(200)));
  }

  @Test
  void anOpenFeedShowsWhatVisitorsReadWhoeverAsks() {
    for (var who : List.of("guest", "dora", "eve")) {
      assertThat(caller(who).page("/latest.atom").text())
          .contains("Mine turns.")
          .doesNotContain("For members");
      assertThat(caller(who).page("/b/" + closed + ".atom").status()).isEqualTo(404);
      assertThat(caller(who).page("/t/" + secretThread + ".atom").status()).isEqualTo(404);
    }
  }

  @Test
  void aFeedSaysWhetherItChanged() {
    for (var path : List.of("/latest.atom", feeds("ben") + "/latest.atom")) {
      var tag = caller("guest").page(path).header("ETag").orElseThrow();
      assertThat(ask(path, "If-None-Match: " + tag + "\r\n").status()).isEqualTo(304);
      reply(thread, "And again.");
      assertThat(ask(path, "If-None-Match: " + tag + "\r\n").status()).isEqualTo(200);
      assertThat(ask(path, "Accept-Encoding: gzip\r\n").header("Content-Encoding"))
          .contains("gzip");
    }
  }

  @Test
  void aPrivateFeedShowsItsOwnersRights() throws Exception {
    var feeds = feeds("eve");
    var answer = caller("guest").page(feeds + "/latest.atom").expect(200);
    assertThat(answer.text()).contains("For members").doesNotContain(feeds);
    assertThat(answer.header("Cache-Control")).contains("private, no-cache");
    valid(feed(answer));
    caller("guest").page(feeds + "/b/" + closed + ".atom").expect(200);

    var staff = board("office", "staff");
    var office = thread(staff, "Of the office", "For staff");
    assertThat(caller("guest").page(feeds + "/t/" + office + ".atom").status()).isEqualTo(404);
    assertThat(caller("guest").page(feeds + "/latest.atom").text()).doesNotContain("For staff");
    caller("dora").put("/threads/" + secretThread + "/hide", "{\"reason\": \"No.\"}").expect(200);
    assertThat(caller("guest").page(feeds + "/latest.atom").text()).doesNotContain("For members");
    caller("dora").delete("/threads/" + secretThread + "/hide").expect(200);
  }

  @Test
  void aSecretEndsWhenANewOneIsMadeAndOpensNothingElse() {
    var old = feeds("ada");
    var page = caller("ada").submit("/settings/feeds", "").expect(200);
    assertThat(page.header("Cache-Control")).contains("no-store");
    assertThat(caller("guest").page(old + "/latest.atom").status()).isEqualTo(404);

    var feeds = feeds("ada");
    caller("guest").page(feeds + "/latest.atom").expect(200);
    var secret = feeds.substring("/feeds/".length());
    assertThat(
            caller("guest")
                .call("GET", "/api/v1/me", "Authorization: Bearer " + secret + "\r\n", "", Set.of())
                .status())
        .isEqualTo(401);
    caller("ada").submit("/settings/feeds/revoke", "").expect(303);
    assertThat(caller("guest").page(feeds + "/latest.atom").status()).isEqualTo(404);
  }

  @Test
  void theSitemapNamesWhatVisitorsReadAndNothingElse() throws Exception {
    var guest = caller("guest");
    assertThat(guest.page("/robots.txt").expect(200).text())
        .contains("Sitemap: http://localhost:8080/sitemap.xml");
    house.clock.advance(Duration.ofMinutes(11));
    var index = feed(guest.page("/sitemap.xml").expect(200));
    assertThat(index.getLocalName()).isEqualTo("sitemapindex");
    var parts = index.getElementsByTagName("loc");
    var all = new StringBuilder();
    for (int i = 0; i < parts.getLength(); i++) {
      var path = parts.item(i).getTextContent().substring("http://localhost:8080".length());
      assertThat(feed(caller("dora").page(path).expect(200)).getLocalName()).isEqualTo("urlset");
      all.append(caller("dora").page(path).text());
    }
    assertThat(all)
        .contains("http://localhost:8080/t/" + thread + "/wheels-mills</loc><lastmod>")
        .contains("/b/" + board + "/garden")
        .doesNotContain("/t/" + secretThread + "/", "/b/" + closed + "/");
  }

  @Test
  void aPageTellsProgramsWhereItsFeedIsAndWhatItIs() throws Exception {
    var page = caller("guest").page("/t/" + thread + "/wheels-mills").expect(200).text();
    assertThat(page).contains("type=\"application/atom+xml\"", "href=\"/t/" + thread + ".atom\"");
    var start = page.indexOf("application/ld+json\">") + "application/ld+json\">".length();
    var data = JSON.readTree(page.substring(start, page.indexOf("</script>", start)));
    var posting = data.at("/@graph/0");
    assertThat(posting.path("@type").asText()).isEqualTo("DiscussionForumPosting");
    assertThat(posting.path("headline").asText()).isEqualTo("Wheels & <mills>");
    assertThat(posting.at("/author/name").asText()).isEqualTo("ada");
    assertThat(posting.at("/comment/0/text").asText()).isEqualTo("Mine turns.");
    assertThat(data.at("/@graph/1/itemListElement/2/name").asText()).isEqualTo("Wheels & <mills>");
    assertThat(caller("eve").page("/t/" + thread + "/wheels-mills").text())
        .doesNotContain("ld+json");
    assertThat(caller("eve").page("/t/" + secretThread + "/in-the-shed").text())
        .doesNotContain("atom+xml", "ld+json");
  }

  private static void valid(Element feed) {
    assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
    assertThat(feed.getLocalName()).isEqualTo("feed");
    once(feed, "id", "title", "updated");
    var ids = new HashSet<String>();
    for (var entry : entries(feed)) {
      once(entry, "id", "title", "updated", "published", "author", "content");
      assertThat(ids.add(text(entry, "id"))).isTrue();
      assertThat(text(entry, "id")).startsWith("http://localhost:8080/p/");
      assertThat(text(entry, "name")).isNotBlank().doesNotContain("@");
    }
  }

  // RFC 4287 sections 4.1.1 and 4.1.2.
  private static void once(Element parent, String... names) {
    for (var name : names) {
      assertThat(children(parent, name)).as(name).hasSize(1);
    }
    OffsetDateTime.parse(text(parent, "updated"));
    assertThat(children(parent, "link"))
        .anyMatch(link -> link.getAttribute("rel").equals("alternate"));
  }

  private static List<Element> entries(Element feed) {
    return children(feed, "entry");
  }

  private static String text(Element parent, String name) {
    return parent.getElementsByTagNameNS(ATOM, name).item(0).getTextContent();
  }

  private static List<Element> children(Element parent, String name) {
    var found = new ArrayList<Element>();
    for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && name.equals(element.getLocalName())) {
        found.add(element);
      }
    }
    return found;
  }

  private static Element feed(Answer answer) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(answer.body()))
        .getDocumentElement();
  }

  private static Answer ask(String path, String headers) {
    return caller("guest").call("GET", path, headers, "", Set.of());
  }

  private static String feeds(String who) {
    return "/feeds/" + caller(who).put("/me/feed-token", "").expect(200).json("token");
  }

  private static Caller caller(String who) {
    return house.caller(who);
  }

  private static String board(String slug, String read) {
    return caller("dora")
        .post(
            "/boards",
            """
            {"slug": "%1$s", "title": "The %1$s", "read": "%2$s", "write": "%3$s"}
            """
                .formatted(slug, read, read.equals("staff") ? "staff" : "members"))
        .expect(201)
        .json("id");
  }

  private static String thread(String on, String title, String body) {
    house.clock.advance(Duration.ofSeconds(10));
    return caller(on.equals(board) || on.equals(closed) ? "ada" : "dora")
        .post(
            "/boards/" + on + "/threads",
            "{\"title\": \"%s\", \"body\": \"%s\"}".formatted(title, body))
        .expect(201)
        .json("id");
  }

  private static void reply(String thread, String text) {
    house.clock.advance(Duration.ofSeconds(10));
    caller("ben")
        .post("/threads/" + thread + "/posts", "{\"body\": \"%s\"}".formatted(text))
        .expect(201);
  }
}
