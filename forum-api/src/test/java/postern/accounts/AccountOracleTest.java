package postern.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import postern.http.Network;
import postern.kernel.Token;
import postern.kernel.Username;
import postern.kernel.Viewer;
import postern.storage.RecordedDatabase;

/**
 * Asks with a right and a wrong guess of somebody's address, and compares the answers and the work
 * behind them: the statements in order, and how many password hashes.
 */
class AccountOracleTest {
  private static final Network HOME = Network.of("192.0.2.7");
  private static final Password RIGHT = Password.typed(TestAccounts.PASSWORD);
  private static final Password WRONG = Password.typed("five loud magpies");
  private static final String KNOWN = "box1@host1.example";
  private static final String UNKNOWN = "box8@host8.example";

  private RecordedDatabase recorded;
  private TestAccounts room;
  private Viewer.Member bob;

  /** What somebody outside could see or measure. */
  private record Seen(Object answer, List<String> statements, long hashes) {}

  @BeforeEach
  void open() {
    recorded = RecordedDatabase.fresh();
    room = new TestAccounts(recorded.database());
    room.member("ada");
    bob = room.viewer(room.member("bob"));
  }

  @AfterEach
  void close() {
    recorded.close();
  }

  private Seen seen(java.util.function.Supplier<Object> question) {
    long before = room.accounts.hashesComputed();
    var answer = new java.util.concurrent.atomic.AtomicReference<Object>();
    var statements = recorded.during(() -> answer.set(question.get()));
    assertThat(statements).isNotEmpty();
    return new Seen(answer.get(), statements, room.accounts.hashesComputed() - before);
  }

  private Asked signUp(String username, String address) {
    return room.accounts
        .signUps()
        .ask(new SignUp(new Username(username), TestAccounts.address(address), RIGHT, true), HOME);
  }

  @Test
  void signingUpTellsNothing() {
    var known = seen(() -> signUp("eve1", KNOWN));
    var unknown = seen(() -> signUp("eve2", UNKNOWN));
    var pending = seen(() -> signUp("eve3", UNKNOWN));
    assertThat(known).isEqualTo(unknown).isEqualTo(pending);
    assertThat(known.hashes()).isEqualTo(1);
  }

  @Test
  void theNameAskedForIsHeldAlike() {
    signUp("eve1", KNOWN);
    signUp("eve2", UNKNOWN);
    assertThat(seen(() -> signUp("eve1", "x@x.example")))
        .isEqualTo(seen(() -> signUp("eve2", "x@x.example")));
  }

  @Test
  void signingInToASignUpTellsNothingOfItsAddress() {
    signUp("eve1", KNOWN);
    signUp("eve2", UNKNOWN);
    for (var login : List.of("eve1", "eve2", KNOWN, UNKNOWN)) {
      // The member's password is the same as the sign-up's here, so ask with the name and with
      // another password.
      assertThat(identify(login, WRONG).answer()).isInstanceOf(Identified.Nobody.class);
    }
    assertThat(identify(KNOWN, WRONG)).isEqualTo(identify(UNKNOWN, WRONG));
    assertThat(identify("eve1", RIGHT).answer()).isInstanceOf(Identified.Unverified.class);
    assertThat(identify("eve1", RIGHT).statements())
        .isEqualTo(identify("eve2", RIGHT).statements());
  }

  @Test
  void aSignUpForAKnownAddressAnswersLikeOneForAnUnknown() {
    var wish = Password.typed("seven slow snails");
    for (var address : List.of(KNOWN, UNKNOWN)) {
      var name = new Username(address.equals(KNOWN) ? "eve1" : "eve2");
      room.accounts
          .signUps()
          .ask(new SignUp(name, TestAccounts.address(address), wish, true), HOME);
    }
    var known = identify(KNOWN, wish);
    var unknown = identify(UNKNOWN, wish);
    assertThat(known.answer()).isInstanceOf(Identified.Unverified.class);
    assertThat(unknown.answer()).isInstanceOf(Identified.Unverified.class);
    assertThat(known.statements()).isEqualTo(unknown.statements());
    assertThat(known.hashes()).isEqualTo(unknown.hashes());
  }

  private Seen identify(String login, Password password) {
    return seen(() -> room.accounts.passwords().identify(login, password));
  }

  @Test
  void signingInTellsNothing() {
    assertThat(identify(KNOWN, WRONG)).isEqualTo(identify(UNKNOWN, WRONG));
    assertThat(identify("ada", WRONG)).isEqualTo(identify("nobody-here", WRONG));
  }

  @Test
  void aForgottenPasswordTellsNothing() {
    assertThat(forgotten(KNOWN)).isEqualTo(forgotten(UNKNOWN));
    assertThat(forgotten("ada")).isEqualTo(forgotten("nobody-here"));
  }

  private Seen forgotten(String login) {
    return seen(
        () -> {
          room.accounts.passwords().forgotten(login, HOME);
          return "nothing";
        });
  }

  @Test
  void askingForAnotherAddressTellsNothing() {
    var known = seen(() -> add(KNOWN));
    var own = seen(() -> add("box2@host2.example"));
    var unknown = seen(() -> add(UNKNOWN));
    assertThat(known).isEqualTo(unknown).isEqualTo(own);
  }

  private AddressChange add(String address) {
    return room.accounts.addresses().add(bob, TestAccounts.address(address), RIGHT);
  }

  @Test
  void aLinkThatWasNeverOursIsAnsweredLikeAnOldOne() {
    signUp("eve1", UNKNOWN);
    room.runner.drain();
    var link = Token.parse(room.sent.getLast().token("/verify/")).orElseThrow();
    room.accounts.signUps().verify(link, HOME);
    assertThat(seen(() -> room.accounts.signUps().verify(link, HOME)))
        .isEqualTo(seen(() -> room.accounts.signUps().verify(room.sources.token(), HOME)));
  }
}
