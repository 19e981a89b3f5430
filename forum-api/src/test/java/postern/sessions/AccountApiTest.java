package postern.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import postern.accounts.TestAccounts;
import postern.kernel.MemberId;
import postern.kernel.Role;
import postern.kernel.Standing;
import postern.storage.RecordedDatabase;

/**
 * The account's calls of the JSON API, over a socket; and what they would tell somebody who guesses
 * addresses.
 */
class AccountApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = TestAccounts.PASSWORD;
  private static final String WRONG = "five loud magpies";
  private static final String KNOWN = "box1@host1.example";
  private static final String UNKNOWN = "box8@host8.example";

  private static RecordedDatabase recorded;
  private static TestSite site;
  private static MemberId ada;
  private static MemberId bob;
  private static MemberId root;
  private static int names;

  @BeforeAll
  static void open() {
    recorded = RecordedDatabase.fresh();
    site = new TestSite(recorded.database());
    ada = site.room.member("ada");
    bob = site.room.member("bob");
    root = site.room.member("carla", Role.ADMINISTRATOR);
  }

  @AfterAll
  static void close() {
    site.close();
    recorded.close();
  }

  // Each test has the limits of a new day.
  @BeforeEach
  void nextDay() {
    site.room.runner.drain();
    site.room.sent.clear();
    site.room.advance(Duration.ofDays(1));
  }

  private static String fresh() {
    return "name" + ++names;
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException notJson) {
      throw new AssertionError(answer.body(), notJson);
    }
  }

  private static String signUp(String username, String address) {
    return """
    {"username": "%s", "address": "%s", "password": "%s", "ofAge": true}\
    """
        .formatted(username, address, PASSWORD);
  }

  private static TestSite.Call post(String path, String body) {
    return site.json("POST", "/api/v1" + path, body);
  }

  private static void refused(HttpResponse<String> answer, int status, String name) {
    assertThat(answer.body()).contains("/problems#" + name);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  /** What somebody outside could see or measure. */
  private record Seen(
      int status, String body, Map<String, List<String>> headers, List<String> statements) {}

  private static Seen seen(TestSite.Call call) {
    var answers = new ArrayList<HttpResponse<String>>();
    var statements = recorded.during(() -> answers.add(call.send()));
    var headers = new TreeMap<>(answers.getFirst().headers().map());
    headers.remove("date");
    return new Seen(
        answers.getFirst().statusCode(), answers.getFirst().body(), headers, statements);
  }

  @Test
  void signsUpVerifiesSignsInAndOut() {
    var name = fresh();
    var asked = post("/accounts", signUp(name, name + "@mill.example")).send();
    assertThat(asked.statusCode()).isEqualTo(202);
    assertThat(asked.body()).isEqualTo("{}");
    refused(post("/sessions", login(name, PASSWORD)).send(), 403, "unverified");
    site.room.runner.drain();
    var token = site.room.sent.getFirst().token("/verify/");
    var joined = post("/accounts/verify", "{\"token\": \"" + token + "\"}").send();
    assertThat(joined.statusCode()).isEqualTo(201);
    assertThat(json(joined).get("username").textValue()).isEqualTo(name);
    assertThat(json(joined).get("id").isTextual()).isTrue();
    refused(post("/accounts/verify", "{\"token\": \"" + token + "\"}").send(), 410, "link-used-up");
    refused(post("/accounts/verify", "{\"token\": \"x\"}").send(), 410, "link-used-up");

    var opened = post("/sessions", login(name, PASSWORD)).send();
    assertThat(opened.statusCode()).isEqualTo(201);
    assertThat(opened.headers().map()).doesNotContainKey("set-cookie");
    assertThat(json(opened).get("expiresAt").textValue()).endsWith("Z");
    var bearer = "Bearer " + json(opened).get("token").textValue();
    var me = site.get("/api/v1/me").header("Authorization", bearer).send();
    assertThat(json(me).get("address").textValue()).isEqualTo(name + "@mill.example");
    assertThat(json(me).get("addressElection").textValue()).isEqualTo("nobody");
    assertThat(json(me).get("role").textValue()).isEqualTo("member");
    var out = site.delete("/api/v1/sessions/current").header("Authorization", bearer).send();
    assertThat(out.statusCode()).isEqualTo(204);
    refused(site.get("/api/v1/me").header("Authorization", bearer).send(), 401, "bad-token");
  }

  private static String login(String login, String password) {
    return "{\"login\": \"" + login + "\", \"password\": \"" + password + "\"}";
  }

  @Test
  void refusesWhatIsMissingUnknownOrNotAllowed() {
    refused(post("/accounts", "{}").send(), 400, "missing-field");
    refused(post("/accounts", "").send(), 400, "body-missing");
    refused(post("/accounts", "[").send(), 400, "bad-json");
    refused(post("/accounts", "{\"age\": 9}").send(), 400, "unknown-field");
    refused(
        post("/accounts", signUp("eve", "e@mill.example").replace("true", "false")).send(),
        422,
        "under-age");
    refused(post("/accounts", signUp("x", "e@mill.example")).send(), 422, "bad-username");
    refused(post("/accounts", signUp("eve", "no address")).send(), 422, "bad-address");
    refused(post("/accounts", signUp("root", "e@mill.example")).send(), 422, "username-reserved");
    refused(post("/accounts", signUp("ada", "e@mill.example")).send(), 409, "username-taken");
    refused(
        post("/accounts", signUp("eve", "e@mill.example").replace(PASSWORD, "short")).send(),
        422,
        "weak-password");
    refused(post("/sessions", "{}").send(), 400, "missing-field");
    refused(site.get("/api/v1/me").send(), 401, "sign-in-needed");
    refused(site.form("/api/v1/accounts", "a=b").send(), 415, "unsupported-media-type");
  }

  @Test
  void noAnswerTellsWhetherAnAddressIsKnown() {
    var session = site.signedIn(bob);
    assertThat(seen(post("/accounts", signUp(fresh(), KNOWN))))
        .isEqualTo(seen(post("/accounts", signUp(fresh(), UNKNOWN))));
    assertThat(seen(post("/accounts/forgotten", "{\"login\": \"" + KNOWN + "\"}")))
        .isEqualTo(seen(post("/accounts/forgotten", "{\"login\": \"" + UNKNOWN + "\"}")));
    assertThat(seen(post("/sessions", login(KNOWN, WRONG))))
        .isEqualTo(seen(post("/sessions", login(UNKNOWN, WRONG))));
    assertThat(seen(post("/sessions", login("ada", WRONG))))
        .isEqualTo(seen(post("/sessions", login("ghost", WRONG))));
    assertThat(seen(post("/me/addresses", wish(KNOWN)).as(session)))
        .isEqualTo(seen(post("/me/addresses", wish(UNKNOWN)).as(session)));
    assertThat(seen(site.get("/api/v1/me/addresses").as(session)).body()).doesNotContain("box8");
  }

  private static String wish(String address) {
    return "{\"address\": \"" + address + "\", \"password\": \"" + PASSWORD + "\"}";
  }

  @Test
  void aWrongLoginIs401WithTheSameBytesForAnUnknownOne() {
    var wrong = post("/sessions", login("ada", WRONG)).send();
    refused(wrong, 401, "wrong-login");
    assertThat(post("/sessions", login("ghost", WRONG)).send().body()).isEqualTo(wrong.body());
    for (int i = 0; i < 10; i++) {
      post("/sessions", login("ghost", WRONG)).send();
    }
    var slowed = post("/sessions", login("ghost", WRONG)).send();
    refused(slowed, 429, "too-many-requests");
    assertThat(slowed.headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void showsAnAddressToWhomItsOwnerElectedAndToNobodyElse() {
    var adas = site.signedIn(ada);
    var bobs = site.signedIn(bob);
    assertThat(addressOfAda(bobs)).isNull();
    elect(adas, "members");
    assertThat(addressOfAda(bobs)).isEqualTo(KNOWN);
    var visitor = site.get("/api/v1/members/ada").send();
    assertThat(visitor.statusCode()).isEqualTo(200);
    assertThat(json(visitor).get("address").isNull()).isTrue();
    assertThat(visitor.headers().firstValue("Cache-Control")).contains("no-store");
    elect(adas, "nobody");
    assertThat(addressOfAda(bobs)).isNull();

    assertThat(site.json("PUT", "/api/v1/me/address-election/bob", "").as(adas).send().statusCode())
        .isEqualTo(204);
    assertThat(addressOfAda(bobs)).isEqualTo(KNOWN);
    assertThat(addressOfAda(site.signedIn(root))).isNull();
    assertThat(json(site.get("/api/v1/me").as(adas).send()).get("addressShownTo"))
        .containsExactly(JSON.getNodeFactory().textNode("bob"));
    assertThat(site.delete("/api/v1/me/address-election/bob").as(adas).send().statusCode())
        .isEqualTo(204);
    assertThat(addressOfAda(bobs)).isNull();
    refused(
        site.json("PUT", "/api/v1/me/address-election", "{\"election\": \"all\"}").as(adas).send(),
        422,
        "bad-election");
  }

  private static String addressOfAda(NewSession viewer) {
    return json(site.get("/api/v1/members/ada").as(viewer).send()).get("address").textValue();
  }

  private static void elect(NewSession owner, String election) {
    var answer =
        site.json("PUT", "/api/v1/me/address-election", "{\"election\": \"" + election + "\"}")
            .as(owner)
            .send();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).get("addressElection").textValue()).isEqualTo(election);
  }

  @Test
  void anUnknownMemberAnErasedNameAndAFormerAuthorAreAnsweredAlike() {
    var former =
        recorded
            .database()
            .write(
                tx -> {
                  var address = site.room.vault.keep(tx, TestAccounts.address("old@box.example"));
                  var id = site.room.accounts.formerAuthors().formerAuthor(tx, address, "Old");
                  return site.room.accounts.author(tx, id);
                });
    var nobody = site.get("/api/v1/members/ghost").send();
    refused(nobody, 404, "not-found");
    assertThat(site.get("/api/v1/members/" + former.username()).send().body())
        .isEqualTo(nobody.body());
    assertThat(site.get("/api/v1/members/-").send().body()).isEqualTo(nobody.body());
  }

  @Test
  void changesAProfileFieldByField() {
    var session = site.signedIn(bob);
    var changed =
        site.json("PATCH", "/api/v1/me", "{\"displayName\": \"Bob B.\", \"phone\": \"555 0100\"}")
            .as(session)
            .send();
    assertThat(json(changed).get("displayName").textValue()).isEqualTo("Bob B.");
    assertThat(json(changed).get("phone").textValue()).isEqualTo("555 0100");
    var emptied =
        site.json("PATCH", "/api/v1/me", "{\"phone\": null, \"jobTitle\": \"\"}")
            .as(session)
            .send();
    assertThat(json(emptied).get("displayName").textValue()).isEqualTo("Bob B.");
    assertThat(json(emptied).get("phone").isNull()).isTrue();
    refused(
        site.json("PATCH", "/api/v1/me", "{\"displayName\": \"Forum Admin\"}").as(session).send(),
        422,
        "bad-display-name");
    refused(site.json("PATCH", "/api/v1/me", "{\"phone\": 5}").as(session).send(), 400, "bad-json");
    refused(
        site.json("PATCH", "/api/v1/me", "{\"role\": \"administrator\"}").as(session).send(),
        400,
        "unknown-field");
    var seenByAda = json(site.get("/api/v1/members/bob").as(site.signedIn(ada)).send());
    assertThat(seenByAda.get("displayName").textValue()).isEqualTo("Bob B.");
    assertThat(seenByAda.fieldNames())
        .toIterable()
        .containsExactly("username", "displayName", "joinedAt", "posts", "address");
  }

  @Test
  void aTokenForReadingReadsNeitherTheAddressNorChangesAnything() {
    var session = site.signedIn(ada);
    var until = site.room.clock.instant().plus(Duration.ofDays(9));
    var made =
        post(
                "/me/tokens",
                "{\"name\": \"a program\", \"scopes\": [\"read\"], \"expiresAt\": \""
                    + until
                    + "\"}")
            .as(session)
            .send();
    assertThat(made.statusCode()).isEqualTo(201);
    var bearer = "Bearer " + json(made).get("token").textValue();
    var me = site.get("/api/v1/me").header("Authorization", bearer).send();
    assertThat(json(me).get("username").textValue()).isEqualTo("ada");
    assertThat(json(me).get("address").isNull()).isTrue();
    refused(
        site.json("PATCH", "/api/v1/me", "{\"phone\": \"1\"}")
            .header("Authorization", bearer)
            .send(),
        403,
        "scope-missing");
    refused(post("/me/tokens", "{}").header("Authorization", bearer).send(), 403, "scope-missing");
    var listed = site.get("/api/v1/me/tokens").as(session).send();
    assertThat(listed.body())
        .contains("a program")
        .doesNotContain(json(made).get("token").textValue());
    var id = json(made).get("id").textValue();
    assertThat(site.delete("/api/v1/me/tokens/" + id).as(session).send().statusCode())
        .isEqualTo(204);
    refused(site.delete("/api/v1/me/tokens/" + id).as(session).send(), 404, "not-found");
    refused(site.get("/api/v1/me").header("Authorization", bearer).send(), 401, "bad-token");
  }

  @Test
  void listsAndEndsOnesOwnSessionsOnly() {
    var session = site.signedIn(ada);
    var other = site.signedIn(ada);
    var bobs = site.signedIn(bob);
    assertThat(site.get("/api/v1/me/sessions").as(session).send().body())
        .contains(other.id().toString())
        .doesNotContain(bobs.id().toString());
    refused(site.delete("/api/v1/me/sessions/" + bobs.id()).as(session).send(), 404, "not-found");
    site.delete("/api/v1/me/sessions/" + other.id()).as(session).send();
    assertThat(site.get("/api/v1/me").as(other).send().statusCode()).isEqualTo(401);
    site.delete("/api/v1/me/sessions").as(session).send();
    assertThat(site.get("/api/v1/me").as(session).send().statusCode()).isEqualTo(401);
    assertThat(site.get("/api/v1/me").as(bobs).send().statusCode()).isEqualTo(200);
  }

  @Test
  void givesRolesOnlyAsAnAdministratorAndWithAReason() {
    var grant = "{\"role\": \"moderator\", \"reason\": \"helps in dev\"}";
    refused(
        site.json("PUT", "/api/v1/members/bob/role", grant).as(site.signedIn(ada)).send(),
        403,
        "not-allowed");
    var administrator = site.signedIn(root);
    refused(
        site.json("PUT", "/api/v1/members/bob/role", "{\"role\": \"moderator\"}")
            .as(administrator)
            .send(),
        400,
        "missing-field");
    assertThat(
            site.json("PUT", "/api/v1/members/bob/role", grant)
                .as(administrator)
                .send()
                .statusCode())
        .isEqualTo(204);
    assertThat(json(site.get("/api/v1/me").as(site.signedIn(bob)).send()).get("role").textValue())
        .isEqualTo("moderator");
    refused(
        site.json(
                "PUT",
                "/api/v1/members/carla/role",
                "{\"role\": \"member\", \"reason\": \"tired\"}")
            .as(administrator)
            .send(),
        409,
        "last-administrator");
  }

  @Test
  void aSuspendedMemberSeesWhyAndWritesNothing() {
    var eve = site.room.member(fresh());
    var session = site.signedIn(eve);
    site.room.accounts.suspend(eve, java.util.Optional.empty(), "spam in dev");
    var me = json(site.get("/api/v1/me").as(session).send());
    assertThat(me.get("standing").textValue()).isEqualTo("suspended");
    assertThat(me.get("standingReason").textValue()).isEqualTo("spam in dev");
    refused(
        site.json("PATCH", "/api/v1/me", "{\"displayName\": \"Eve\"}").as(session).send(),
        403,
        "not-allowed");
    recorded
        .database()
        .run(
            tx ->
                site.room.accounts.setStanding(
                    tx,
                    java.util.Optional.empty(),
                    eve,
                    Standing.ACTIVE,
                    java.util.Optional.empty(),
                    "over"));
  }

  @Test
  void changesThePasswordForWhoKnowsIt() {
    var eve = site.room.member(fresh());
    var session = site.signedIn(eve);
    var other = site.signedIn(eve);
    refused(
        site.json("PUT", "/api/v1/me/password", passwords(WRONG, "six wet otters run"))
            .as(session)
            .send(),
        403,
        "wrong-password");
    assertThat(
            site.json("PUT", "/api/v1/me/password", passwords(PASSWORD, WRONG))
                .as(session)
                .send()
                .statusCode())
        .isEqualTo(204);
    assertThat(site.get("/api/v1/me").as(session).send().statusCode()).isEqualTo(200);
    assertThat(site.get("/api/v1/me").as(other).send().statusCode()).isEqualTo(401);
  }

  private static String passwords(String current, String next) {
    return "{\"current\": \"" + current + "\", \"next\": \"" + next + "\"}";
  }
}
