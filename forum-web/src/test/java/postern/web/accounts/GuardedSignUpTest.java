package postern.web.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.core.Application;
import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import postern.World;
import postern.kernel.Scripted;
import postern.storage.TestDatabase;
import postern.web.ForumApplication;
import postern.web.ForumConfiguration;

/** Signing up over HTTP with all limits on, as a browser without JavaScript does it. */
class GuardedSignUpTest {
  private static final String MINE = "guarded-sign-up.";
  private static final Scripted.Clock CLOCK = new Scripted.Clock();

  private static int port;
  private static DropwizardTestSupport<ForumConfiguration> support;

  @BeforeAll
  static void open() throws Exception {
    var database = TestDatabase.freshSettings();
    // The origin stands in links and must be known before the server starts.
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    support =
        new DropwizardTestSupport<>(
            ForumApplication.class,
            Path.of("..", "config.yml").toString(),
            MINE,
            set("site.dataDir", Files.createTempDirectory("postern-guarded").toString()),
            set("site.origin", "http://localhost:" + port),
            set("site.administrator", ""),
            set("database.url", database.url()),
            set("database.user", database.user()),
            set("database.password", database.password()),
            set("mail.port", "0"),
            set("mail.relayHost", ""),
            set("limits.rates", "on"),
            set("server.applicationConnectors[0].port", Integer.toString(port)),
            set("server.adminConnectors[0].port", "0")) {
          @Override
          @SuppressWarnings("unchecked")
          public Application<ForumConfiguration> newApplication() {
            return new ForumApplication(
                new World(CLOCK, Scripted.randomness(11), _ -> Scripted.ids(11)));
          }
        };
    support.before();
  }

  @AfterAll
  static void close() {
    support.after();
  }

  @Test
  void losesNothingOfAFormThatComesTooSoon() {
    var page = form();
    var early = sends(page, "ada-early", "");
    assertThat(early.statusCode()).isEqualTo(422);
    assertThat(early.body()).contains("Wait 10 seconds").doesNotContain("ada-early");
    CLOCK.advance(Duration.ofSeconds(4));
    assertThat(sendsKept(early.body()).body()).contains("Wait 6 seconds");
    CLOCK.advance(Duration.ofSeconds(6));
    var sent = sendsKept(early.body());
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(sent.headers().firstValue("Location").orElseThrow()).endsWith("/sign-up/sent");
    assertThat(taken("ada-early")).isTrue();
  }

  @Test
  void asksAgainWhenAHiddenFieldIsFilledOrTheFormIsNoneOfOurs() {
    var page = form();
    CLOCK.advance(Duration.ofSeconds(30));
    assertThat(sends(page, "robot", "&homepage=http%3A%2F%2Fpills.example").statusCode())
        .isEqualTo(422);
    assertThat(post("/sign-up", "of_age=yes&" + fields("robot")).statusCode()).isEqualTo(422);
    assertThat(taken("robot")).isFalse();
    assertThat(sends(page, "person", "&homepage=").statusCode()).isEqualTo(303);
    assertThat(sends(page, "person-two", "").body()).as("sent twice").contains("One moment more");
    assertThat(taken("person-two")).isFalse();
  }

  @Test
  void letsASlipBeCorrectedWithTheSameForm() {
    var page = form();
    CLOCK.advance(Duration.ofSeconds(30));
    var slip = sends(page, "postmaster", "");
    assertThat(slip.body()).contains("keeps this name");
    assertThat(value(slip.body(), "form")).isEqualTo(value(page, "form"));
    assertThat(sends(slip.body(), "corrected", "").statusCode()).isEqualTo(303);
  }

  private static String form() {
    return post("/sign-up/age", "birth_month=3&birth_year=1980").body();
  }

  private static HttpResponse<String> sends(String page, String username, String more) {
    return post(
        "/sign-up",
        "of_age=yes&form=" + value(page, "form") + "&proof=&" + fields(username) + more);
  }

  private static HttpResponse<String> sendsKept(String page) {
    return post(
        "/sign-up",
        "of_age=yes&form="
            + value(page, "form")
            + "&proof=&kept="
            + URLEncoder.encode(value(page, "kept"), StandardCharsets.UTF_8));
  }

  private static String fields(String username) {
    return "username=%s&address=%s%%40mill.example&password=four+quiet+herons"
        .formatted(username, username);
  }

  /** Asks for the name again; where it was free, it is held from then on. */
  private static boolean taken(String username) {
    var page = form();
    CLOCK.advance(Duration.ofSeconds(30));
    return sends(page, username, "").body().contains("has this username");
  }

  private static String value(String page, String name) {
    var found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }

  private static HttpResponse<String> post(String path, String form) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (java.io.IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static ConfigOverride set(String key, String value) {
    return ConfigOverride.config(MINE, key, value);
  }
}
