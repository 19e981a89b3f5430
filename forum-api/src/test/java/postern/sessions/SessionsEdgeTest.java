package postern.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.auth.Auth;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import postern.accounts.TestAccounts;
import postern.http.Access;
import postern.http.Origin;
import postern.http.Who;
import postern.kernel.MemberId;
import postern.kernel.Viewer;
import postern.storage.Storage;
import postern.storage.TestDatabase;

class SessionsEdgeTest {
  private static final String OURS = TestAccounts.ORIGIN.toString();

  private static Storage storage;
  private static TestSite site;
  private static MemberId ada;
  private NewSession session;
  private String formToken;

  /** Stands for any page. */
  @Path("/page")
  @Produces(MediaType.TEXT_PLAIN)
  public static final class Page {
    @GET
    @Access(Who.ANYONE)
    public String read(@Auth Viewer viewer) {
      return viewer.getName();
    }

    @POST
    @Access(Who.ANYONE)
    public String write(@Auth Viewer viewer, @FormParam("words") String words) {
      return viewer.getName() + " wrote " + words;
    }

    @POST
    @Path("map")
    @Access(Who.ANYONE)
    public String map(@Auth Viewer viewer, MultivaluedMap<String, String> form) {
      return viewer.getName() + " wrote " + form.getFirst("words");
    }
  }

  /**
   * Stands for any call of the JSON API: it lies beside this room's own, which must not hide it.
   */
  @Path("/api/v1")
  @Produces(MediaType.TEXT_PLAIN)
  public static final class ApiCall {
    @POST
    @Path("me/call")
    @Access(Who.ANYONE)
    public String write(@Auth Viewer viewer) {
      return viewer.getName();
    }
  }

  @BeforeAll
  static void open() {
    storage = TestDatabase.fresh();
    site = new TestSite(storage.database(), new Page(), new ApiCall());
    ada = site.room.member("ada");
  }

  @BeforeEach
  void signIn() {
    session = site.signedIn(ada);
    formToken = site.sessions.edge().formTokens().of(session.id());
  }

  @AfterAll
  static void close() {
    site.close();
    storage.close();
  }

  private static void refused(HttpResponse<String> answer, String name) {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("/problems#" + name);
  }

  private static void wrote(HttpResponse<String> answer, String who) {
    assertThat(answer.body()).isEqualTo(who + " wrote hello");
  }

  @Test
  void tellsWhoIsLooking() {
    assertThat(site.get("/page").send().body()).isEqualTo("guest");
    assertThat(site.get("/page").cookie(session).send().body()).isEqualTo("ada");
    assertThat(site.get("/page").as(session).send().body()).isEqualTo("ada");
  }

  @Test
  void givesAVisitorNoCookie() {
    assertThat(site.get("/page").send().headers().map()).doesNotContainKey("set-cookie");
    assertThat(site.get("/nowhere").send().headers().map()).doesNotContainKey("set-cookie");
  }

  @Test
  void refusesABearerTokenThatOpensNothing() {
    for (var header :
        new String[] {
          "Bearer " + "a".repeat(32),
          "Bearer x",
          "Bearer",
          "Basic YTpi",
          "Bearer  " + "b".repeat(99)
        }) {
      var answer = site.get("/page").header("Authorization", header).send();
      assertThat(answer.statusCode()).as(header).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }
    site.room.advance(Duration.ofDays(31));
    assertThat(site.get("/page").as(session).send().statusCode()).isEqualTo(401);
  }

  @Test
  void takesAwayACookieThatOpensNothing() {
    for (var value : new String[] {"a".repeat(32), "junk"}) {
      var answer = site.get("/page").header("Cookie", "session=" + value).send();
      assertThat(answer.body()).isEqualTo("guest");
      assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
          .startsWith("session=;")
          .contains("Max-Age=0", "HttpOnly", "SameSite=Lax", "Path=/");
    }
  }

  @Test
  void takesAFormOfOurOwnPageWithItsToken() {
    var body = "words=hello&csrf=" + formToken;
    wrote(
        site.form("/page", body).cookie(session).header("Sec-Fetch-Site", "same-origin").send(),
        "ada");
    wrote(site.form("/page/map", body).cookie(session).header("Origin", OURS).send(), "ada");
    wrote(
        site.form("/page", "words=hello")
            .cookie(session)
            .header("Postern-Form-Token", formToken)
            .header("Referer", OURS + "/some/page")
            .send(),
        "ada");
  }

  @Test
  void refusesAFormWithoutItsToken() {
    var other = site.sessions.edge().formTokens().of(site.signedIn(ada).id());
    for (var body :
        new String[] {"words=hello", "words=hello&csrf=", "words=hello&csrf=" + other}) {
      refused(
          site.form("/page", body).cookie(session).header("Sec-Fetch-Site", "same-origin").send(),
          "form-token");
    }
    refused(
        site.json("POST", "/page", "{\"csrf\":\"" + formToken + "\"}")
            .cookie(session)
            .header("Sec-Fetch-Site", "same-origin")
            .send(),
        "form-token");
  }

  @Test
  void refusesWhatComesFromAnotherSiteEvenWithTheToken() {
    var body = "words=hello&csrf=" + formToken;
    var names =
        new String[][] {
          {"Sec-Fetch-Site", "cross-site"},
          {"Sec-Fetch-Site", "same-site"},
          {"Sec-Fetch-Site", "odd"},
          {"Origin", "https://evil.example"},
          {"Origin", "null"},
          {"Origin", OURS + ".evil.example"},
          {"Origin", "http://forum.localhost"},
          {"Referer", "https://evil.example/?" + OURS},
          {"Referer", "http://forum.localhost:8080@evil.example/"},
          {"X-Nothing", "at all"}
        };
    for (var name : names) {
      refused(
          site.form("/page", body).cookie(session).header(name[0], name[1]).send(), "cross-site");
      refused(site.form("/page", body).header(name[0], name[1]).send(), "cross-site");
    }
  }

  @Test
  void believesSecFetchSiteBeforeOrigin() {
    refused(
        site.form("/page", "words=hello&csrf=" + formToken)
            .cookie(session)
            .header("Sec-Fetch-Site", "cross-site")
            .header("Origin", OURS)
            .send(),
        "cross-site");
  }

  @Test
  void takesAVisitorsFormOfOurOwnPage() {
    wrote(
        site.form("/page", "words=hello").header("Sec-Fetch-Site", "same-origin").send(), "guest");
    wrote(site.form("/page", "words=hello").header("Origin", OURS).send(), "guest");
  }

  @Test
  void takesAProgramsCallWithABearerTokenOrWithNothing() {
    assertThat(site.json("POST", "/api/v1/me/call", "{}").as(session).send().body())
        .isEqualTo("ada");
    assertThat(site.json("POST", "/api/v1/me/call", "{}").send().body()).isEqualTo("guest");
    refused(
        site.json("POST", "/api/v1/me/call", "{}").header("Origin", "https://evil.example").send(),
        "cross-site");
  }

  @Test
  void aCookieOnTheApiNeedsTheTokenToo() {
    refused(site.json("POST", "/api/v1/me/call", "{}").cookie(session).send(), "cross-site");
    refused(
        site.json("POST", "/api/v1/me/call", "{}")
            .cookie(session)
            .header("Sec-Fetch-Site", "same-origin")
            .send(),
        "form-token");
    assertThat(
            site.json("POST", "/api/v1/me/call", "{}")
                .cookie(session)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Postern-Form-Token", formToken)
                .send()
                .body())
        .isEqualTo("ada");
  }

  @Test
  void cookiesOverHttpsAreBoundToTheHost() {
    var cookies = new SessionCookies(Origin.parse("https://forum.example"));
    var cookie = cookies.session(session);
    assertThat(cookie.getName()).isEqualTo("__Host-session");
    assertThat(cookie.isSecure()).isTrue();
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getPath()).isEqualTo("/");
    assertThat(cookie.getDomain()).isNull();
    assertThat(cookies.device(session.token()).getName()).isEqualTo("__Host-device");
  }
}
