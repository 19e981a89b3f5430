package postern.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import postern.http.Network;
import postern.http.ProblemException;
import postern.kernel.Token;
import postern.kernel.Username;
import postern.storage.Storage;
import postern.storage.TestDatabase;

class SignUpsTest {
  private static final Network HOME = Network.of("192.0.2.7");

  private Storage storage;
  private TestAccounts room;
  private SignUps signUps;

  @BeforeEach
  void open() {
    storage = TestDatabase.fresh();
    room = new TestAccounts(storage.database());
    signUps = room.accounts.signUps();
  }

  @AfterEach
  void close() {
    storage.close();
  }

  private Asked ask(String username, String address) {
    return signUps.ask(wish(username, address, TestAccounts.PASSWORD, true), HOME);
  }

  private static SignUp wish(String username, String address, String password, boolean ofAge) {
    return new SignUp(
        new Username(username), TestAccounts.address(address), Password.typed(password), ofAge);
  }

  private Token linkOf(int mail) {
    return Token.parse(room.sent.get(mail).token("/verify/")).orElseThrow();
  }

  private boolean keeps(String address) {
    return storage
        .database()
        .<Boolean>read(tx -> room.vault.find(tx, TestAccounts.address(address)).isPresent());
  }

  @Test
  void makesAMemberOnlyWhenTheLinkIsConfirmed() {
    assertThat(ask("ada", "ada@mill.example")).isInstanceOf(Asked.LookIntoYourMailbox.class);
    assertThat(room.accounts.find(new Username("ada"))).isEmpty();
    room.runner.drain();
    var verified = signUps.verify(linkOf(0), HOME);
    var id = ((Verified.Member) verified).id();
    assertThat(room.accounts.find(new Username("ada")).orElseThrow().id()).isEqualTo(id);
    var main = storage.database().read(tx -> room.vault.mainOf(tx, id));
    assertThat(main).contains(room.sent.get(0).to());
    assertThat(signUps.verify(linkOf(0), HOME)).isInstanceOf(Verified.NoSuchLink.class);
  }

  @Test
  void keepsNothingOfWhoIsUnderAge() {
    assertThat(signUps.ask(wish("ada", "ada@mill.example", TestAccounts.PASSWORD, false), HOME))
        .isInstanceOf(Asked.UnderAge.class);
    assertThat(keeps("ada@mill.example")).isFalse();
    assertThat(ask("ada", "ada@mill.example")).isInstanceOf(Asked.LookIntoYourMailbox.class);
  }

  @Test
  void tellsTheOwnerOfAKnownAddressAndSendsNoLinkThatMakesAnAccount() {
    ask("ada", "ada@mill.example");
    room.runner.drain();
    signUps.verify(linkOf(0), HOME);
    assertThat(ask("eve", "Ada@mill.example")).isInstanceOf(Asked.LookIntoYourMailbox.class);
    room.runner.drain();
    var mail = room.sent.get(1);
    assertThat(mail.to()).isEqualTo(room.sent.get(0).to());
    assertThat(mail.notice().kind()).isEqualTo("already-member");
    assertThat(mail.notice().text()).doesNotContain("/verify/");
    assertThat(ask("eve", "other@mill.example")).isInstanceOf(Asked.UsernameTaken.class);
  }

  @Test
  void ofTwoSignUpsForOneAddressTheFirstConfirmedWins() {
    ask("ada", "ada@mill.example");
    ask("eve", "ada@mill.example");
    room.runner.drain();
    assertThat(room.sent).hasSize(2);
    assertThat(signUps.verify(linkOf(1), HOME)).isInstanceOf(Verified.Member.class);
    assertThat(signUps.verify(linkOf(0), HOME)).isInstanceOf(Verified.AddressTaken.class);
  }

  @Test
  void freesANameThatNobodyConfirmedAndForgetsTheAddress() {
    ask("ada", "ada@mill.example");
    room.runner.drain();
    var late = linkOf(0);
    room.advance(Duration.ofDays(2));
    assertThat(signUps.verify(late, HOME)).isInstanceOf(Verified.NoSuchLink.class);
    assertThat(signUps.sweep()).isEqualTo(1);
    assertThat(keeps("ada@mill.example")).isFalse();
    assertThat(ask("ada", "new@mill.example")).isInstanceOf(Asked.LookIntoYourMailbox.class);
  }

  @Test
  void keepsAnAddressThatAnotherSignUpStillNeeds() {
    ask("ada", "ada@mill.example");
    room.advance(Duration.ofDays(1));
    ask("eve", "ada@mill.example");
    room.advance(Duration.ofDays(1));
    signUps.sweep();
    assertThat(keeps("ada@mill.example")).isTrue();
    room.runner.drain();
    assertThat(signUps.verify(linkOf(0), HOME)).isInstanceOf(Verified.Member.class);
  }

  @Test
  void neverFreesANameThatWasAMembers() {
    room.member("ada");
    room.advance(Duration.ofDays(999));
    signUps.sweep();
    assertThat(ask("ada", "other@mill.example")).isInstanceOf(Asked.UsernameTaken.class);
  }

  @Test
  void refusesNamesOfTheHouseAndPasswordsThatAreGuessedFirst() {
    assertThat(ask("postmaster", "p@mill.example")).isInstanceOf(Asked.UsernameNotAllowed.class);
    assertThat(ask("former-ada", "p@mill.example")).isInstanceOf(Asked.UsernameNotAllowed.class);
    assertThat(weak("short")).contains(PasswordRefusal.TOO_SHORT);
    assertThat(weak("x".repeat(201))).contains(PasswordRefusal.TOO_LONG);
    assertThat(weak("Password123")).contains(PasswordRefusal.COMMON);
    assertThat(weak("1234567890")).contains(PasswordRefusal.COMMON);
    assertThat(weak("abcabcabcabc")).contains(PasswordRefusal.COMMON);
    assertThat(weak("my name is Beatrix")).contains(PasswordRefusal.HOLDS_NAME);
    assertThat(weak("write to miller please")).contains(PasswordRefusal.HOLDS_NAME);
    assertThat(weak("four quiet herons")).isEmpty();
    assertThat(weak("ßäöü éèêë ñ")).isEmpty();
  }

  private static Optional<PasswordRefusal> weak(String password) {
    return PasswordPolicy.refusal(
        Password.typed(password),
        new Username("beatrix"),
        Optional.of(TestAccounts.address("Miller@mill.example")));
  }

  @Test
  void mailsOneAddressAFewTimesADayOnly() {
    for (int i = 0; i < 6; i++) {
      assertThat(ask("name" + i, "ada@mill.example")).isInstanceOf(Asked.LookIntoYourMailbox.class);
    }
    room.runner.drain();
    assertThat(room.sent).hasSize(4);
  }

  @Test
  void slowsManySignUpsFromOneNetwork() {
    for (int i = 0; i < 12; i++) {
      ask("name" + i, "box" + i + "@mill.example");
    }
    assertThatThrownBy(() -> ask("onemore", "more@mill.example"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().status()).isEqualTo(429));
  }
}
