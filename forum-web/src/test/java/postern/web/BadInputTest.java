package postern.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.testing.ConfigOverride;
import io.dropwizard.testing.DropwizardTestSupport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import postern.relay.MailProgram;
import postern.relay.PostOffice;
import postern.relay.TestForum;

/** Each kind of bad input and each broken machine is planted, and gets its clear refusal. */
class BadInputTest {
  private static final String ADA = "ada@mill.example";
  private static final String PASSWORD = "four quiet herons";

  @TempDir Path folder;
  private final HttpClient client = HttpClient.newHttpClient();
  private PostOffice postOffice;
  private DropwizardTestSupport<ForumConfiguration> app;
  private String token;

  @BeforeAll
  static void shareTheProgram() {
    if (System.getProperty("postern.database.program") == null) {
      System.setProperty(
          "postern.database.program", Path.of("target", "database-program").toString());
    }
    // For a run outside of the build, which says it from the start: read once, by the first client.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
  }

  @BeforeEach
  void open() throws Exception {
    postOffice = new PostOffice();
    start("0");
    token = signIn();
  }

  @AfterEach
  void close() {
    app.after();
    postOffice.close();
  }

  private void start(String minimumFreeMegabytes) throws Exception {
    app =
        new DropwizardTestSupport<>(
            ForumApplication.class,
            Path.of("..", "config.yml").toString(),
            ConfigOverride.config("site.dataDir", folder.toString()),
            ConfigOverride.config("site.administrator", "ada:" + ADA + ":" + PASSWORD),
            ConfigOverride.config("site.origin", "http://localhost:8080"),
            ConfigOverride.config("database.minimumFreeMegabytes", minimumFreeMegabytes),
            ConfigOverride.config("database.borrowTimeout", "1s"),
            ConfigOverride.config("mail.domain", TestForum.DOMAIN),
            ConfigOverride.config("mail.port", "0"),
            ConfigOverride.config("mail.trusted", "127.0.0.0/8"),
            ConfigOverride.config("mail.authservId", TestForum.AUTHSERV),
            ConfigOverride.config("mail.relayHost", "127.0.0.1:" + postOffice.port()),
            ConfigOverride.config("limits.rates", "off"),
            ConfigOverride.config("server.applicationConnectors[0].port", "0"),
            ConfigOverride.config("server.adminConnectors[0].port", "0"));
    app.before();
  }

  private int mailPort() {
    return app.<ForumApplication>getApplication().forum().mailServer().port();
  }

  private HttpRequest.Builder call(String path) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + app.getLocalPort() + path))
            .timeout(Duration.ofSeconds(30));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> post(String path, String type, String body) throws Exception {
    return client.send(
        call(path)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> json(String path, String body) throws Exception {
    return post(path, "application/json", body);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(call(path).GET().build(), HttpResponse.BodyHandlers.ofString());
  }

  private String signIn() throws Exception {
    var answer =
        json("/api/v1/sessions", "{\"login\":\"ada\",\"password\":\"" + PASSWORD + "\"}").body();
    return answer.replaceAll(".*\"token\":\"([a-z2-7]+)\".*", "$1");
  }

  private static void refused(HttpResponse<String> answer, int status, String name) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("/problems#" + name);
  }

  private String board() throws Exception {
    return json(
            "/api/v1/boards",
            """
            {"slug": "dev", "title": "Development", "description": "Code",
             "read": "visitors", "write": "members"}
            """)
        .body()
        .replaceAll(".*?\"id\":\"([0-9]+)\".*", "$1");
  }

  private static String letter(String id) {
    return "From: <%s>\r\nSubject: hello\r\nMessage-ID: <%s@mill.example>\r\n\r\nhello\r\n"
        .formatted(ADA, id);
  }

  private String mail(String id) {
    return MailProgram.send(
        mailPort(), ADA, "nobody@" + TestForum.DOMAIN, TestForum.authenticated(ADA, letter(id)));
  }

  @Test
  void refusesWhatCannotBeUnderstood() throws Exception {
    refused(json("/api/v1/boards", "{\"slug\":\"x\",\"colour\":1}"), 400, "unknown-field");
    refused(json("/api/v1/boards", "{\"slug\":"), 400, "bad-json");
    refused(json("/api/v1/boards", "[".repeat(5000)), 400, "bad-json");
    refused(get("/api/v1/threads?after=nonsense"), 400, "bad-cursor");
    refused(get("/api/v1/threads?limit=0"), 400, "bad-limit");
    refused(get("/api/v1/threads?limit=101"), 400, "bad-limit");
    refused(post("/api/v1/boards", "text/plain", "hello"), 415, "unsupported-media-type");
    refused(get("/api/v1/threads/999999999"), 404, "not-found");
    refused(get("/api/v1/nothing/at/all"), 404, "not-found");
    refused(
        json("/api/v1/preview", "{\"body\":\"" + "x".repeat(1 << 21) + "\"}"),
        413,
        "body-too-large");
  }

  @Test
  void refusesOverLongBodiesThatDoNotSayHowLongTheyAre() throws Exception {
    var stream =
        HttpRequest.BodyPublishers.ofInputStream(
            () ->
                new java.io.ByteArrayInputStream(
                    ("{\"body\":\"" + "x".repeat(3 << 20)).getBytes(StandardCharsets.US_ASCII)));
    var answer =
        client.send(
            call("/api/v1/preview").header("Content-Type", "application/json").POST(stream).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void refusesForeignHosts() throws Exception {
    var answer =
        client.send(
            call("/").header("Host", "elsewhere.example").GET().build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(421);
    assertThat(answer.body()).doesNotContain("elsewhere.example");
  }

  @Test
  void rendersDeepMarkdownQuicklyOrRefusesIt() throws Exception {
    for (var deep :
        new String[] {
          ">".repeat(10_000), "[".repeat(10_000), "*".repeat(10_000) + "a", "- ".repeat(8_000)
        }) {
      assertThat(json("/api/v1/preview", "{\"body\":\"" + deep + "\"}").statusCode())
          .isIn(200, 413, 422);
    }
  }

  @Test
  void tellsAnUnverifiedMemberWhatToDo() throws Exception {
    json(
        "/api/v1/accounts",
        """
        {"username": "ben", "address": "ben@harbour.example",
         "password": "four quiet herons", "ofAge": true}
        """);
    var answer = json("/api/v1/sessions", "{\"login\":\"ben\",\"password\":\"" + PASSWORD + "\"}");
    refused(answer, 403, "unverified");
    assertThat(answer.body()).contains("mail");
  }

  @Test
  void aDatabaseThatDiesIs503And451AndEverythingAcknowledgedIsThereAfterwards() throws Exception {
    var board = board();
    json("/api/v1/boards/" + board + "/threads", "{\"title\":\"Kept\",\"body\":\"Kept words\"}");
    ProcessHandle.current()
        .descendants()
        .filter(process -> process.info().command().orElse("").endsWith("mariadbd"))
        .filter(process -> arguments(process).contains(folder.toString()))
        .forEach(ProcessHandle::destroyForcibly);
    var away = get("/api/v1/threads");
    refused(away, 503, "database-away");
    assertThat(away.headers().firstValue("Retry-After")).isPresent();
    assertThat(mail("during")).startsWith("451");
    for (int i = 0; i < 300 && get("/api/v1/threads").statusCode() != 200; i++) {
      Thread.sleep(100);
    }
    assertThat(get("/api/v1/threads").body()).contains("Kept");
    assertThat(mail("after")).startsWith("550");
  }

  @Test
  void aFullDiskIs507And452AndEverythingAcknowledgedIsStillRead() throws Exception {
    var board = board();
    json("/api/v1/boards/" + board + "/threads", "{\"title\":\"Kept\",\"body\":\"Kept words\"}");
    app.after();
    start(Integer.toString(Integer.MAX_VALUE));
    refused(
        json("/api/v1/boards/" + board + "/threads", "{\"title\":\"More\",\"body\":\"More\"}"),
        507,
        "out-of-space");
    assertThat(mail("full")).startsWith("452");
    assertThat(get("/api/v1/threads").body()).contains("Kept");
    assertThat(get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void aRepeatedCallWithItsKeyIsDoneOnce() throws Exception {
    var board = board();
    var path = "/api/v1/boards/" + board + "/threads";
    var first = keyed(path, "{\"title\":\"Once\",\"body\":\"Once\"}");
    var again = keyed(path, "{\"title\":\"Once\",\"body\":\"Once\"}");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.statusCode()).isEqualTo(201);
    refused(keyed(path, "{\"title\":\"Other\",\"body\":\"Other\"}"), 422, "idempotency-key-reused");
    assertThat(get("/api/v1/threads").body().split("\"title\":\"Once\"", -1)).hasSize(2);
  }

  @Test
  void answersGarbageOnTheMailPortWithinItsLimits() throws IOException {
    try (var socket = new Socket("127.0.0.1", mailPort())) {
      socket.setSoTimeout(10_000);
      var in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
      assertThat(in.readLine()).startsWith("220 ");
      var out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.US_ASCII);
      out.print("GET / HTTP/1.1\r\n");
      out.flush();
      assertThat(in.readLine()).startsWith("5");
    }
  }

  private HttpResponse<String> keyed(String path, String body) throws Exception {
    return client.send(
        call(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "one-and-the-same")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static String arguments(ProcessHandle process) {
    return String.join(" ", process.info().arguments().orElse(new String[0]));
  }
}
