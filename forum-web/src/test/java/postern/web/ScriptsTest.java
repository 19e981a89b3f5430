package postern.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The scripts in a real browser, under the real policy, on sample pages and made-up answers. */
@Tag("browser")
class ScriptsTest {
  private static final Pages PAGES = Pages.compiled();
  private static final Assets ASSETS = Assets.read();
  private static final Map<String, PageModel> SAMPLES = PagesTest.samples();
  private static final Map<String, String> HEADERS = new SecurityHeaders("http://localhost").all();

  private static final List<String> DRAFTS = new CopyOnWriteArrayList<>();
  private static final List<String> SIGN_UPS = new CopyOnWriteArrayList<>();

  private static HttpServer server;
  private static Playwright playwright;
  private static Browser browser;

  @BeforeAll
  static void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", ScriptsTest::answer);
    server.start();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(
                        Path.of(System.getProperty("postern.test.chromium", "/usr/bin/chromium")))
                    .setArgs(List.of("--no-sandbox")));
  }

  @AfterAll
  static void close() {
    browser.close();
    playwright.close();
    server.stop(0);
  }

  @Test
  void previewsWhileOneTypes() {
    try (var page = page("thread")) {
      page.fill("#body", "**loud**");

      assertThat(page.textContent("[data-preview] strong")).isEqualTo("loud");
    }
  }

  @Test
  void completesAMention() {
    try (var page = page("thread")) {
      page.locator("#body").pressSequentially("ask @ad");
      page.waitForSelector("[role=option]");
      page.keyboard().press("Enter");

      assertThat(page.inputValue("#body")).isEqualTo("ask @ada ");
    }
  }

  @Test
  void bringsBackWhatWasNotSent() {
    try (var page = page("thread")) {
      page.fill("#body", "half a thought");
      page.waitForCondition(() -> kept(page) == 1);
      page.reload();
      assertThat(page.inputValue("#body")).isEqualTo("half a thought");

      page.click("text=Drop it");
      page.reload();
      assertThat(page.inputValue("#body")).isEmpty();
    }
  }

  @Test
  void forgetsWhatHasArrived() {
    try (var page = page("thread")) {
      page.fill("#body", "a whole thought");
      page.waitForCondition(() -> kept(page) == 1);
      page.click("text=Post reply");
      page.waitForURL("**/thread*");

      assertThat(page.inputValue("#body")).isEmpty();
      assertThat(kept(page)).isZero();
    }
  }

  @Test
  void quotesTheSelectedWords() {
    try (var page = page("thread")) {
      page.evaluate(
          "document.getSelection().selectAllChildren(document.querySelector('#p106 .prose'))");
      page.click("#p106 [data-quote]");

      assertThat(page.inputValue("#body"))
          .isEqualTo("> [former member wrote](/p/106):\n>\n> I agree with Ada.\n\n");
    }
  }

  @Test
  void quotesNoMoreThanTheSelectedWords() {
    try (var page = page("thread")) {
      page.evaluate(
          """
          () => {
            const words = document.querySelector("#p106 .prose p").firstChild;
            document.getSelection().setBaseAndExtent(words, 2, words, 7);
          }
          """);
      page.click("#p106 [data-quote]");

      assertThat(page.inputValue("#body"))
          .isEqualTo("> [former member wrote](/p/106):\n>\n> agree\n\n");
    }
  }

  @Test
  void keepsADraftOnTheServerWhileOneTypes() {
    DRAFTS.clear();
    try (var page = page("thread")) {
      page.locator("#body").pressSequentially("half");
      page.waitForCondition(() -> page.textContent("[data-draft-state]").equals("Draft kept"));

      assertThat(DRAFTS).containsExactly("csrf=sample-token&body=half");
    }
  }

  @Test
  void whatWasPostedIsNotKeptAsADraftAgain() {
    DRAFTS.clear();
    try (var page = page("thread")) {
      page.locator("#body").pressSequentially("whole");
      page.click("text=Post reply");
      page.waitForURL("**/thread*");
      page.waitForTimeout(2500);

      assertThat(DRAFTS).isEmpty();
    }
  }

  @Test
  void dataForSearchEnginesIsReadAndNotRefusedAsAScript() {
    try (var page = browser.newPage()) {
      var refused = new ArrayList<String>();
      page.onConsoleMessage(message -> refused.add(message.text()));
      page.addInitScript(
          "addEventListener('securitypolicyviolation', e => console.log(e.violatedDirective))");
      page.navigate(address("thread-guest"));

      assertThat(refused).isEmpty();
      assertThat(
              page.evaluate(
                  "JSON.parse(document.querySelector('[type=\"application/ld+json\"]').text).name"))
          .isEqualTo("</script>&");
    }
  }

  @Test
  void tellsOfNewAnswersAndLetters() {
    try (var page = page("thread")) {
      page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
      page.waitForSelector("[data-news] a");

      assertThat(page.textContent("[data-news]")).isEqualTo("2 new answers Show");
      assertThat(page.textContent(".sections .mark")).isEqualTo("7 unread");
    }
  }

  @Test
  void tellsOfNewThreadsOnAList() {
    for (var list : List.of("front", "latest", "board")) {
      try (var page = page(list)) {
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        page.waitForSelector("[data-list-news] a");

        assertThat(page.textContent("[data-list-news]"))
            .isEqualTo("3 threads with something new Show");
      }
    }
  }

  @Test
  void listsItsKeysAndWalksByThem() {
    try (var page = page("thread")) {
      page.keyboard().press("j");
      page.keyboard().press("j");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("p102");

      page.keyboard().press("?");
      assertThat(page.isVisible("dialog")).isTrue();
      assertThat(new AxeBuilder(page).include("dialog").analyze().getViolations()).isEmpty();
    }
  }

  @Test
  void sendsASignUpWithItsProofHoweverSoonItIsPressed() {
    SIGN_UPS.clear();
    try (var page = page("sign-up")) {
      page.fill("#username", "flora");
      page.fill("#address", "flora@mill.example");
      page.fill("#password", "four quiet herons");
      assertThat(page.isVisible("[data-proof-note]")).isFalse();
      assertThat(page.isVisible("#homepage")).isFalse();
      page.click("form .button");
      page.waitForSelector("text=One moment more");

      assertThat(SIGN_UPS).hasSize(1);
      assertThat(SIGN_UPS.getFirst()).contains("username=flora").endsWith("homepage=");
      var number = SIGN_UPS.getFirst().replaceFirst(".*proof=([0-9]+).*", "$1");
      assertThat(hash("1790000000000-x-y:" + number)[0]).as("8 bits of zero").isZero();
    }
  }

  private static byte[] hash(String text) {
    try {
      return java.security.MessageDigest.getInstance("SHA-256")
          .digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Test
  void formatsWithTheToolbar() {
    try (var page = page("new-thread")) {
      page.fill("#body", "word");
      page.locator("#body").selectText();
      page.click("[aria-label=Bold]");

      assertThat(page.inputValue("#body")).isEqualTo("**word**");
    }
  }

  /**
   * Every page, with its scripts, at the width of a phone: nothing runs out of it, and axe finds
   * nothing.
   */
  @Test
  void everyPageCanBeUsedByEveryone() {
    var found = new ArrayList<String>();
    // axe is injected into the page, which the policy would refuse.
    try (var context =
            browser.newContext(
                new Browser.NewContextOptions().setViewportSize(320, 800).setBypassCSP(true));
        var page = context.newPage()) {
      for (var name : SAMPLES.keySet()) {
        if (!name.endsWith("-part")) {
          page.navigate(address(name));
          if ((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth") > 0) {
            found.add(name + " is wider than the screen");
          }
          new AxeBuilder(page)
              .analyze()
              .getViolations()
              .forEach(rule -> found.add(name + " " + rule.getId()));
        }
      }
    }
    assertThat(found).isEmpty();
  }

  private static int kept(Page page) {
    return (Integer) page.evaluate("Object.keys(localStorage).length");
  }

  private static Page page(String name) {
    var page = browser.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            throw new AssertionError(message.text());
          }
        });
    page.navigate(address(name));
    return page;
  }

  private static String address(String name) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
  }

  private static void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    HEADERS.forEach(exchange.getResponseHeaders()::set);
    switch (path) {
      case "/preview" -> send(exchange, "text/html;charset=utf-8", "<p><strong>loud</strong></p>");
      case "/members/names" ->
          json(exchange, "{\"items\": [{\"username\": \"ada\", \"name\": \"Ada Quill\"}]}");
      case "/unread" -> json(exchange, "{\"letters\": 7}");
      case "/latest/news" -> json(exchange, "{\"threads\": 3}");
      case "/t/10/news" -> json(exchange, "{\"posts\": 2, \"href\": \"/t/10/canker\"}");
      case "/drafts/threads/10", "/drafts/boards/1" -> {
        DRAFTS.add(sent);
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
      }
      case "/sign-up" -> {
        if (sent.isEmpty()) {
          page(exchange, path);
        } else {
          SIGN_UPS.add(sent);
          page(exchange, "/sign-up-later");
        }
      }
      case "/t/10/reply" -> {
        exchange.getResponseHeaders().set("Location", "/thread");
        exchange.sendResponseHeaders(303, -1);
        exchange.close();
      }
      default -> page(exchange, path);
    }
  }

  private static void page(HttpExchange exchange, String path) throws IOException {
    var sample = SAMPLES.get(path.substring(1));
    if (sample != null) {
      send(exchange, PageWriter.HTML, PAGES.html(sample));
      return;
    }
    var asset = ASSETS.find(path.replaceFirst("^/assets/[0-9a-f]+/", ""));
    if (asset.isEmpty()) {
      exchange.sendResponseHeaders(404, -1);
      exchange.close();
      return;
    }
    send(
        exchange, asset.get().mediaType(), new String(asset.get().bytes(), StandardCharsets.UTF_8));
  }

  private static void json(HttpExchange exchange, String text) throws IOException {
    send(exchange, "application/json", text);
  }

  private static void send(HttpExchange exchange, String type, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
