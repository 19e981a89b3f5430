package postern.web.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import postern.accounts.HashWork;
import postern.relay.TestForum;

/**
 * No question tells whether an address is known, or whether two others write to each other: a right
 * and a wrong guess get the same status, headers and bytes, for the same work (statements and
 * password hashes, counted). No job runs in between, so only the answers themselves are compared.
 */
class OracleTest {
  private static final String RIGHT = Story.ADA;
  private static final String OF_AGE = "yes";
  private static final String WRONG = "wrenfeather32@fern-hollow.example";
  private static final String PASSWORD = "a password that is wrong";

  private static ProofHouse house;
  private static Story story;
  private static StatementCount statements;
  private static int names;

  /**
   * What a guess brought.
   *
   * @param said status line, headers and body, with what was typed made the same
   */
  record Seen(String said, Map<String, Long> statements, long hashes) {}

  @BeforeAll
  static void open() {
    house = new ProofHouse();
    story = new Story(house, RIGHT);
    story.join();
    story.boards();
    story.letters();
    statements = new StatementCount(house.database);
  }

  @AfterAll
  static void close() {
    statements.close();
    house.close();
  }

  private static void same(Function<String, String> question) {
    question.apply("warm-up@nowhere-at-all.example");
    same(RIGHT, WRONG, question);
  }

  // Something else in this process may have used the same database server in between.
  private static void same(String known, String unknown, Function<String, String> question) {
    var one = seen(known, question);
    var other = seen(unknown, question);
    for (int i = 0; i < 3 && !one.statements().equals(other.statements()); i++) {
      one = seen(known, question);
      other = seen(unknown, question);
    }
    assertThat(one).isEqualTo(other);
  }

  /** The comparison itself is tried: on a right password, and on a name that is taken. */
  @Test
  void aDifferenceIsSeen() {
    Function<String, String> signIn =
        login ->
            text(
                guest()
                    .post(
                        "/sessions",
                        "{\"login\": \"%s\", \"password\": \"%s\"}"
                            .formatted(login, Story.PASSWORD)));
    var known = seen("ben", signIn);
    var unknown = seen("bob", signIn);
    assertThat(known.said()).isNotEqualTo(unknown.said());
    assertThat(known.statements()).isNotEqualTo(unknown.statements());
    assertThat(known.hashes()).isEqualTo(1);
  }

  private static Seen seen(String guess, Function<String, String> question) {
    long hashes = HashWork.of(house.forum.accounts());
    var before = statements.now();
    var said = question.apply(guess);
    return new Seen(
        said.replace(guess, "GUESS").replace(guess.replace("@", "%40"), "GUESS"),
        statements.since(before),
        HashWork.of(house.forum.accounts()) - hashes);
  }

  private static String text(Answer answer) {
    return new String(answer.bytes(), java.nio.charset.StandardCharsets.UTF_8);
  }

  private static String form(String path, String fields) {
    var answer = guest().form(path, fields);
    assertThat(answer.status()).as(path).isNotIn(400, 403, 404, 405, 415).isLessThan(500);
    return text(answer);
  }

  private static Caller eve() {
    return house.caller("eve");
  }

  private static Caller guest() {
    return house.caller("guest");
  }

  private static String fresh() {
    return "wish-%03d".formatted(names++);
  }

  private static String login(String login) {
    return "{\"login\": \"%s\", \"password\": \"%s\"}".formatted(login, PASSWORD);
  }

  @Test
  void signingUpDoesNotTell() {
    same(
        guess ->
            text(
                guest()
                    .post(
                        "/accounts",
                        """
                        {"username": "%s", "address": "%s", "password": "%s", "ofAge": true}
                        """
                            .formatted(fresh(), guess, PASSWORD))
                    .expect(202)));
    same(
        guess ->
            form(
                "/sign-up",
                "of_age=%s&username=%s&address=%s&password=many+quiet+rivers"
                    .formatted(OF_AGE, fresh(), guess.replace("@", "%40"))));
  }

  @Test
  void signingInDoesNotTell() {
    same(guess -> text(guest().post("/sessions", login(guess)).expect(401)));
    same(
        guess ->
            form(
                "/sign-in",
                "login=%s&password=some+wrong+one".formatted(guess.replace("@", "%40"))));
    same("ben", "bob", name -> text(guest().post("/sessions", login(name)).expect(401)));
  }

  @Test
  void aForgottenPasswordDoesNotTell() {
    same(
        guess ->
            text(
                guest()
                    .post("/accounts/forgotten", "{\"login\": \"%s\"}".formatted(guess))
                    .expect(202)));
    same(guess -> form("/forgotten", "address=" + guess.replace("@", "%40")));
  }

  @Test
  void askingForAnAddressDoesNotTell() {
    same(
        guess ->
            text(
                eve()
                    .post(
                        "/me/addresses",
                        "{\"address\": \"%s\", \"password\": \"%s\"}"
                            .formatted(guess, Story.PASSWORD))
                    .expect(202)));
  }

  @Test
  void profilesAndListsDoNotTell() {
    same(guess -> text(eve().get("/members/" + guess.replace("@", "%40")).expect(404)));
    same(guess -> text(eve().page("/m/" + guess.replace("@", "%40"))));
    same(guess -> text(eve().post("/members/" + guess + "/letters", "{\"body\": \"Hello\"}")));
    same(guess -> text(eve().get("/threads?after=" + guess)));
  }

  @Test
  void mailDoesNotTell() {
    same(guess -> forged(guess, "ben@" + TestForum.DOMAIN));
    same(guess -> forged(guess, "nobody-at-all@" + TestForum.DOMAIN));
    same(guess -> forged(Story.EVE, guess));
    same(guess -> forged(Story.EVE, guess.replace("@", "%") + "@" + TestForum.DOMAIN));
    same(guess -> forged(Story.EVE, guess.replaceAll("@.*", "") + "@" + TestForum.DOMAIN));
  }

  // Only who is proved to be a member learns who else is one.
  @Test
  void mailDoesNotTellStrangersWhoIsAMember() {
    assertThat(forged("x@stranger.example", "ben@" + TestForum.DOMAIN))
        .isEqualTo(forged("x@stranger.example", "bob@" + TestForum.DOMAIN));
  }

  private static String forged(String from, String to) {
    return house.mailHost.unproved("eve", from, to, Story.plain(from, "o1", "Hello"));
  }

  /** Every call about a correspondence or a letter of Ada and Ben, and about one that is not. */
  @Test
  void othersLettersLookAsIfTheyWereNot() {
    var endpoints =
        house.forum.foundation().edge().accessTable().endpoints().keySet().stream()
            .filter(e -> e.matches("[A-Z]+ .*(correspondences|letters)/\\{.*"))
            .filter(e -> !e.contains("moderation"))
            .toList();
    assertThat(endpoints).hasSizeGreaterThan(5);
    for (var who : List.of("eve", "cleo", "dora", "guest")) {
      for (var endpoint : endpoints) {
        var real = asked(who, endpoint, story.correspondence, story.letter);
        var none =
            asked(who, endpoint, other(story.correspondence), other(story.letter))
                .replace(other(story.correspondence), story.correspondence)
                .replace(other(story.letter), story.letter);
        assertThat(real).as("%s %s", who, endpoint).isEqualTo(none).doesNotStartWith("HTTP/1.1 2");
      }
    }
  }

  private static String other(String id) {
    var last = id.charAt(id.length() - 1);
    return id.substring(0, id.length() - 1) + (last == '7' ? '8' : '7');
  }

  private static String asked(String who, String endpoint, String correspondence, String letter) {
    var method = endpoint.substring(0, endpoint.indexOf(' '));
    var path =
        endpoint
            .substring(endpoint.indexOf(' ') + 1)
            .replaceAll("(correspondences/|^/letters/)\\{[^/]*}", "$1" + correspondence)
            .replaceAll("\\{what[^/]*}", "block")
            .replaceAll("\\{[^/]*}", letter);
    var caller = house.caller(who);
    if (!path.startsWith("/api/")) {
      return text(
          method.equals("GET")
              ? caller.page(path)
              : caller.submit(path, "body=Hello&reason=Because"));
    }
    var body =
        path.endsWith("/report")
            ? "{\"reason\": \"I wonder.\"}"
            : path.endsWith("/letters") ? "{\"body\": \"Hello\"}" : "{}";
    return text(caller.api(method, path.substring("/api/v1".length()), body, Set.of()));
  }
}
