package postern.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import postern.http.Network;
import postern.kernel.MemberId;
import postern.kernel.Token;
import postern.storage.Storage;
import postern.storage.TestDatabase;

class PasswordsTest {
  private static final Network HOME = Network.of("192.0.2.7");
  private static final Password OLD = Password.typed(TestAccounts.PASSWORD);
  private static final Password NEW = Password.typed("five loud magpies");

  private final List<MemberId> signedOut = new ArrayList<>();
  private Storage storage;
  private TestAccounts room;
  private Passwords passwords;
  private MemberId ada;

  @BeforeEach
  void open() {
    storage = TestDatabase.fresh();
    room = new TestAccounts(storage.database());
    passwords = room.accounts.passwords();
    passwords.onSignOut((_, member) -> signedOut.add(member));
    ada = room.member("ada");
  }

  @AfterEach
  void close() {
    storage.close();
  }

  private Token mailedLink() {
    room.runner.drain();
    return Token.parse(room.sent.getLast().token("/reset/")).orElseThrow();
  }

  @Test
  void knowsAMemberByNameAndByAddress() {
    assertThat(passwords.identify("Ada ", OLD)).isEqualTo(new Identified.Member(ada));
    assertThat(passwords.identify("BOX1@host1.example", OLD)).isEqualTo(new Identified.Member(ada));
    assertThat(passwords.identify("ada", NEW)).isInstanceOf(Identified.Nobody.class);
    assertThat(passwords.identify("bob", OLD)).isInstanceOf(Identified.Nobody.class);
    assertThat(passwords.identify("not @ login", OLD)).isInstanceOf(Identified.Nobody.class);
  }

  @Test
  void changesAPasswordForWhoKnowsIt() {
    assertThat(passwords.change(ada, NEW, NEW, _ -> {}))
        .isInstanceOf(PasswordChange.WrongPassword.class);
    assertThat(passwords.change(ada, OLD, Password.typed("short"), _ -> {}))
        .isInstanceOf(PasswordChange.Weak.class);
    assertThat(passwords.change(ada, OLD, NEW, _ -> {})).isInstanceOf(PasswordChange.Done.class);
    assertThat(passwords.identify("ada", NEW)).isEqualTo(new Identified.Member(ada));
    assertThat(passwords.identify("ada", OLD)).isInstanceOf(Identified.Nobody.class);
    assertThat(room.sent.getLast().notice().kind()).isEqualTo("password-changed");
    var resetAt = storage.database().read(tx -> passwords.resetAt(tx, ada));
    assertThat(resetAt).isEmpty();
  }

  @Test
  void stopsAThiefOfASessionWhoGuessesThePassword() {
    for (int i = 0; i < 10; i++) {
      passwords.change(ada, NEW, NEW, _ -> {});
    }
    assertThat(passwords.change(ada, OLD, NEW, _ -> {}))
        .isInstanceOf(PasswordChange.TooManyAttempts.class);
  }

  @Test
  void givesANewPasswordByMailOnceAndSignsOutEverywhere() {
    passwords.forgotten("box1@host1.example", HOME);
    var link = mailedLink();
    assertThat(passwords.reset(link, Password.typed("short"), HOME))
        .isInstanceOf(PasswordChange.Weak.class);
    assertThat(passwords.reset(link, NEW, HOME)).isEqualTo(new PasswordChange.Done(ada));
    assertThat(passwords.identify("ada", NEW)).isEqualTo(new Identified.Member(ada));
    assertThat(signedOut).containsExactly(ada);
    var resetAt = storage.database().read(tx -> passwords.resetAt(tx, ada));
    assertThat(resetAt).contains(room.clock.instant());
    assertThat(passwords.reset(link, OLD, HOME)).isInstanceOf(PasswordChange.NoSuchLink.class);
  }

  @Test
  void oneUsedLinkEndsTheOthers() {
    passwords.forgotten("ada", HOME);
    var first = mailedLink();
    passwords.forgotten("ada", HOME);
    passwords.reset(mailedLink(), NEW, HOME);
    assertThat(passwords.reset(first, OLD, HOME)).isInstanceOf(PasswordChange.NoSuchLink.class);
  }

  @Test
  void aLinkHoldsForAnHour() {
    passwords.forgotten("ada", HOME);
    var link = mailedLink();
    room.advance(Duration.ofHours(1));
    assertThat(passwords.reset(link, NEW, HOME)).isInstanceOf(PasswordChange.NoSuchLink.class);
  }

  @Test
  void mailsNobodyForAnUnknownLogin() {
    passwords.forgotten("bob", HOME);
    passwords.forgotten("bob@host2.example", HOME);
    room.runner.drain();
    assertThat(room.sent).isEmpty();
  }

  @Test
  void hashesInThePhcFormatWithItsOwnSalt() {
    var hashes = new PasswordHashes(room.sources.randomness(), 1, Duration.ofSeconds(5));
    var one = hashes.hash(OLD);
    assertThat(one)
        .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    assertThat(hashes.hash(OLD)).isNotEqualTo(one);
    assertThat(hashes.fits(OLD, one)).isTrue();
    assertThat(hashes.fits(NEW, one)).isFalse();
    assertThat(hashes.fits(OLD, null)).isFalse();
    // A test vector of the reference implementation (phc-winner-argon2, src/test.c).
    assertThat(
            hashes.fits(
                Password.typed("password"),
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
                    + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"))
        .isTrue();
  }
}
