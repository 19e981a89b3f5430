package postern.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import postern.accounts.Password;
import postern.accounts.SignUp;
import postern.accounts.TestAccounts;
import postern.boards.Boards;
import postern.http.Network;
import postern.kernel.MemberId;
import postern.kernel.Scope;
import postern.kernel.Standing;
import postern.kernel.Token;
import postern.kernel.Username;
import postern.kernel.Viewer;
import postern.storage.RecordedDatabase;

class SignInsTest {
  private static final String RIGHT = TestAccounts.PASSWORD;
  private static final String WRONG = "five loud magpies";
  private static final String HOME = "192.0.2.7";

  private RecordedDatabase recorded;
  private TestAccounts room;
  private Sessions sessions;
  private MemberId ada;

  @BeforeEach
  void open() {
    recorded = RecordedDatabase.fresh();
    room = new TestAccounts(recorded.database());
    sessions =
        Sessions.of(room.around, room.accounts, Boards.of(recorded.database(), room.sources));
    ada = room.member("ada");
  }

  @AfterEach
  void close() {
    recorded.close();
  }

  private SignedIn signIn(String login, String password, String from, Optional<Token> device) {
    return sessions
        .signIns()
        .signIn(
            new SignIn(
                login,
                Password.typed(password),
                Network.of(from),
                device,
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"));
  }

  private SignedIn signIn(String login, String password) {
    return signIn(login, password, HOME, Optional.empty());
  }

  private SignedIn.Done done(String login) {
    return (SignedIn.Done) signIn(login, RIGHT);
  }

  private Optional<Viewer.Member> viewer(Token token) {
    return sessions.recognise(token, true).map(CurrentSession::member);
  }

  @Test
  void letsInByNameAndByAddressAndRecognisesTheSession() {
    for (var login : List.of("ada", "ADA ", "box1@host1.example", "BOX1@Host1.example")) {
      var member = viewer(done(login).session().token()).orElseThrow();
      assertThat(member.id()).isEqualTo(ada);
      assertThat(member.scopes()).containsExactlyInAnyOrder(Scope.values());
    }
    assertThat(viewer(room.sources.token())).isEmpty();
  }

  @Test
  void showsItsOwnerOnlyTheFamilyOfTheBrowserAndTheDay() {
    room.advance(Duration.ofMinutes(5));
    done("ada");
    var own = sessions.own(room.viewer(ada)).getFirst();
    assertThat(own.device()).isEqualTo("Firefox on Linux");
    assertThat(own.seenAt()).isEqualTo(Sessions.day(room.clock.instant()));
  }

  @Test
  void endsAfterThirtyDaysWithoutUseAndAfterNinetyInAnyCase() {
    var unused = done("ada").session().token();
    room.advance(Duration.ofDays(30));
    assertThat(viewer(unused)).isEmpty();
    var used = done("ada").session().token();
    for (int day = 0; day < 89; day++) {
      room.advance(Duration.ofDays(1));
      assertThat(viewer(used)).isPresent();
    }
    room.advance(Duration.ofDays(1));
    assertThat(viewer(used)).isEmpty();
  }

  @Test
  void readingPagesWritesOnceADayAtMost() {
    var token = done("ada").session().token();
    assertThat(recorded.during(() -> viewer(token))).noneMatch(sql -> sql.startsWith("update"));
    room.advance(Duration.ofDays(1));
    assertThat(recorded.during(() -> viewer(token))).anyMatch(sql -> sql.startsWith("update"));
    assertThat(recorded.during(() -> viewer(token))).noneMatch(sql -> sql.startsWith("update"));
  }

  @Test
  void keepsSecretsOnlyAsHashes() {
    var done = done("ada");
    var found =
        recorded
            .database()
            .read(
                tx ->
                    tx.dao(SessionsDao.class)
                        .find(done.session().token().hash(), room.clock.instant()));
    assertThat(found).isPresent();
    assertThat(done.toString()).doesNotContain(done.session().token().secret());
  }

  @Test
  void slowsAGuesserAtOneNetworkAndNotTheOwnerAtAnother() {
    for (int i = 0; i < 10; i++) {
      assertThat(signIn("ada", WRONG)).isInstanceOf(SignedIn.Wrong.class);
    }
    assertThat(signIn("ada", RIGHT)).isInstanceOf(SignedIn.TooMany.class);
    assertThat(signIn("ada", RIGHT, "198.51.100.9", Optional.empty()))
        .isInstanceOf(SignedIn.Done.class);
    room.advance(Duration.ofMinutes(15));
    assertThat(signIn("ada", RIGHT)).isInstanceOf(SignedIn.Done.class);
  }

  @Test
  void aRightPasswordForgivesTheWrongOnes() {
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 9; i++) {
        signIn("ada", WRONG);
      }
      assertThat(signIn("ada", RIGHT)).isInstanceOf(SignedIn.Done.class);
    }
  }

  @Test
  void noNumberOfGuessesKeepsTheOwnerOutOfABrowserTheyUsedBefore() {
    var device = done("ada").device();
    var use = SignIns.BY_LOGIN;
    recorded
        .database()
        .run(
            tx -> {
              for (int i = 0; i < use.most(); i++) {
                room.limits.take(tx, use, "ada");
              }
            });
    assertThat(signIn("ada", RIGHT, "198.51.100.9", Optional.empty()))
        .isInstanceOf(SignedIn.TooMany.class);
    assertThat(signIn("ada", RIGHT, HOME, Optional.of(device))).isInstanceOf(SignedIn.Done.class);
    var again = (SignedIn.Done) signIn("ada", RIGHT, HOME, Optional.of(device));
    assertThat(again.device()).as("a known browser keeps its token").isEqualTo(device);
  }

  @Test
  void onesOwnBrowserGivesNoRightToGuessAtOthers() {
    room.member("bob");
    var device = ((SignedIn.Done) signIn("bob", RIGHT)).device();
    for (int i = 0; i < 10; i++) {
      signIn("ada", WRONG, HOME, Optional.of(device));
    }
    assertThat(signIn("ada", WRONG, HOME, Optional.of(device)))
        .isInstanceOf(SignedIn.TooMany.class);
  }

  @Test
  void aKnownBrowserIsNoFreeTicketToGuess() {
    var device = Optional.of(done("ada").device());
    for (int i = 0; i < 30; i++) {
      signIn("ada", WRONG, HOME, device);
    }
    assertThat(signIn("ada", RIGHT, HOME, device)).isInstanceOf(SignedIn.TooMany.class);
  }

  @Test
  void unknownLoginsAreWorkedAndCountedLikeKnownOnes() {
    for (int i = 0; i < 11; i++) {
      assertThat(wrong("ada")).isEqualTo(wrong("nobody-here"));
      assertThat(wrong("box1@host1.example")).isEqualTo(wrong("box8@host8.example"));
    }
    assertThat(signIn("nobody-here", WRONG)).isInstanceOf(SignedIn.TooMany.class);
  }

  private record Seen(Object answer, List<String> statements) {}

  private Seen wrong(String login) {
    var answer = new Object[1];
    var statements = recorded.during(() -> answer[0] = signIn(login, WRONG));
    return new Seen(answer[0], statements);
  }

  @Test
  void tellsWhoHasNotConfirmedYetAndSendsTheMailAgain() {
    room.accounts
        .signUps()
        .ask(
            new SignUp(
                new Username("eve"),
                TestAccounts.address("eve@mill.example"),
                Password.typed(RIGHT),
                true),
            Network.of(HOME));
    room.runner.drain();
    assertThat(signIn("eve", RIGHT)).isInstanceOf(SignedIn.Unverified.class);
    assertThat(signIn("eve@mill.example", RIGHT)).isInstanceOf(SignedIn.Unverified.class);
    assertThat(signIn("eve", WRONG)).isInstanceOf(SignedIn.Wrong.class);
    room.runner.drain();
    assertThat(room.sent).hasSize(3);
    assertThat(room.sent.getLast().notice().kind()).isEqualTo("verify-address");
  }

  @Test
  void aSuspendedMemberComesInButOnlyToReadAndLeave() {
    var token = done("ada").session().token();
    room.accounts.suspend(ada, Optional.empty(), "a reason");
    var member = viewer(token).orElseThrow();
    assertThat(member.standing()).isEqualTo(Standing.SUSPENDED);
    assertThat(member.scopes()).containsExactlyInAnyOrder(Scope.READ, Scope.ACCOUNT);
    assertThat(signIn("ada", RIGHT)).isInstanceOf(SignedIn.Done.class);
  }

  @Test
  void signsOutHereThereAndEverywhere() {
    var one = done("ada").session();
    var two = done("ada").session();
    var member = viewer(one.token()).orElseThrow();
    assertThat(sessions.end(member, two.id())).isTrue();
    assertThat(viewer(two.token())).isEmpty();
    assertThat(viewer(one.token())).isPresent();
    done("ada");
    assertThat(sessions.endAll(member)).isEqualTo(2);
    assertThat(viewer(one.token())).isEmpty();
    var bobs = (SignedIn.Done) signIn(bob(), RIGHT);
    assertThat(sessions.end(member, bobs.session().id())).isFalse();
    assertThat(viewer(bobs.session().token())).isPresent();
  }

  private String bob() {
    room.member("bob");
    return "bob";
  }

  @Test
  void aChangedPasswordSignsOutTheOtherDevicesOnly() {
    var here = done("ada").session();
    var there = done("ada").session();
    var current = sessions.recognise(here.token(), true).orElseThrow();
    sessions.changePassword(current, Password.typed(RIGHT), Password.typed(WRONG));
    assertThat(viewer(here.token())).isPresent();
    assertThat(viewer(there.token())).isEmpty();
  }

  @Test
  void aPasswordByMailSignsOutEverywhereAndEndsTokensForPrograms() {
    var session = done("ada").session();
    var member = viewer(session.token()).orElseThrow();
    var made =
        sessions
            .apiTokens()
            .make(
                member,
                "a program",
                java.util.Set.of(Scope.READ),
                room.clock.instant().plus(Duration.ofDays(9)));
    var token = ((ApiTokens.Made.Done) made).token();
    assertThat(sessions.recognise(token, false)).isPresent();
    room.accounts.passwords().forgotten("ada", Network.of(HOME));
    room.runner.drain();
    var link = Token.parse(room.sent.getLast().token("/reset/")).orElseThrow();
    room.accounts.passwords().reset(link, Password.typed(WRONG), Network.of(HOME));
    assertThat(viewer(session.token())).isEmpty();
    assertThat(sessions.recognise(token, false)).isEmpty();
  }

  @Test
  void apiTokensAreNamedNarrowAndNeverComeByCookie() {
    var member = room.viewer(ada);
    var tokens = sessions.apiTokens();
    var until = room.clock.instant().plus(Duration.ofDays(9));
    var made =
        (ApiTokens.Made.Done)
            tokens.make(member, " a  program ", java.util.Set.of(Scope.POST), until);
    var current = sessions.recognise(made.token(), false).orElseThrow();
    assertThat(current.member().scopes()).containsExactly(Scope.POST);
    assertThat(current.session()).isEmpty();
    assertThat(sessions.recognise(made.token(), true)).isEmpty();
    assertThat(tokens.own(member).getFirst().name()).isEqualTo("a program");
    assertThat(tokens.make(current.member(), "more", java.util.Set.of(Scope.ACCOUNT), until))
        .isInstanceOf(ApiTokens.Made.BeyondOwnScopes.class);
    assertThat(
            tokens.make(
                member, "long", java.util.Set.of(Scope.READ), until.plus(Duration.ofDays(400))))
        .isInstanceOf(ApiTokens.Made.NotLikeThis.class);
    room.advance(Duration.ofDays(9));
    assertThat(sessions.recognise(made.token(), false)).isEmpty();
  }

  @Test
  void aRevokedTokenOpensNothing() {
    var member = room.viewer(ada);
    var until = room.clock.instant().plus(Duration.ofDays(9));
    var made =
        (ApiTokens.Made.Done)
            sessions.apiTokens().make(member, "x", java.util.Set.of(Scope.READ), until);
    assertThat(sessions.apiTokens().revoke(room.viewer(room.member("bob")), made.id())).isFalse();
    assertThat(sessions.recognise(made.token(), false)).isPresent();
    assertThat(sessions.apiTokens().revoke(member, made.id())).isTrue();
    assertThat(sessions.recognise(made.token(), false)).isEmpty();
  }
}
