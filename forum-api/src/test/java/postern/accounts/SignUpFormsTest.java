package postern.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import postern.http.Network;
import postern.http.ProblemException;
import postern.kernel.Username;
import postern.storage.Storage;
import postern.storage.TestDatabase;

class SignUpFormsTest {
  private static final Network HOME = Network.of("192.0.2.1");
  private static final int BITS = SignUpGuard.defaults().proofBits();

  private final Storage storage = TestDatabase.fresh();
  private TestAccounts room;
  private SignUpForms forms;

  @BeforeEach
  void open() {
    room = new TestAccounts(storage.database());
    forms = room.accounts.signUps().forms();
  }

  @AfterEach
  void close() {
    storage.close();
  }

  @Test
  void takesAFormWithAProofAfterAMoment() throws Exception {
    var form = forms.fresh();
    var proof = proof(form.seal(), BITS);
    assertThat(forms.check(form.seal(), proof))
        .isEqualTo(new SignUpForms.Checked.TooQuick(Duration.ofSeconds(2)));
    room.clock.advance(Duration.ofSeconds(3));
    assertThat(fine(form.seal(), proof).proved()).isTrue();
    assertThat(forms.check(form.seal(), "12")).isInstanceOf(SignUpForms.Checked.TooQuick.class);
    assertThat(forms.check(forms.fresh().seal(), proof))
        .as("a proof is one for its own form")
        .isInstanceOf(SignUpForms.Checked.TooQuick.class);
  }

  @Test
  void takesAFormWithoutAProofAfterAWait() {
    var form = forms.fresh();
    room.clock.advance(Duration.ofSeconds(4));
    assertThat(forms.check(form.seal(), ""))
        .isEqualTo(new SignUpForms.Checked.TooQuick(Duration.ofSeconds(6)));
    room.clock.advance(Duration.ofSeconds(6));
    assertThat(fine(form.seal(), "").proved()).isFalse();
    assertThat(fine(form.seal(), "not a number").proved()).isFalse();
  }

  @Test
  void refusesWhatIsNoFormOfThisSiteOrTooOld() {
    var stale = new SignUpForms.Checked.Stale();
    var form = forms.fresh();
    room.clock.advance(Duration.ofSeconds(20));
    assertThat(forms.check("", "")).isEqualTo(stale);
    assertThat(forms.check("0" + form.seal().substring(1), "")).isEqualTo(stale);
    var last = form.seal().charAt(50) == 'a' ? 'b' : 'a';
    assertThat(forms.check(form.seal().substring(0, 50) + last + form.seal().substring(51), ""))
        .isEqualTo(stale);
    room.clock.advance(Duration.ofHours(2));
    assertThat(forms.check(form.seal(), "")).isEqualTo(stale);
  }

  @Test
  void takesEachFormForOneSignUp() {
    var form = forms.fresh();
    room.clock.advance(Duration.ofSeconds(20));
    var first = fine(form.seal(), "");
    var second = fine(form.seal(), "");
    var signUps = room.accounts.signUps();
    assertThat(signUps.ask(wish("ada"), HOME, first)).isInstanceOf(Asked.LookIntoYourMailbox.class);
    assertThat(signUps.ask(wish("ben"), HOME, second)).isEqualTo(new Asked.FormUsed());
    assertThat(forms.check(form.seal(), "")).isEqualTo(new SignUpForms.Checked.Stale());
    assertThat(forms.again(form.seal()).seal()).isNotEqualTo(form.seal());
    var other = forms.fresh();
    room.clock.advance(Duration.ofSeconds(20));
    assertThat(signUps.ask(wish("ben"), HOME, fine(other.seal(), "")))
        .as("the name was not held by what was refused")
        .isInstanceOf(Asked.LookIntoYourMailbox.class);
  }

  @Test
  void letsAFormBeCorrected() {
    var form = forms.fresh();
    room.clock.advance(Duration.ofSeconds(20));
    var signUps = room.accounts.signUps();
    assertThat(signUps.ask(wish("postmaster"), HOME, fine(form.seal(), "")))
        .isInstanceOf(Asked.UsernameNotAllowed.class);
    assertThat(forms.again(form.seal()).seal()).isEqualTo(form.seal());
    assertThat(signUps.ask(wish("ada"), HOME, fine(form.seal(), "")))
        .isInstanceOf(Asked.LookIntoYourMailbox.class);
  }

  @Test
  void keepsWhatWasTypedForItsOwnFormAlone() {
    var form = forms.fresh();
    var typed = List.of("ada", "ada@mill.example", "four quiet\nherons & more");
    var kept = forms.keep(form.seal(), typed);
    assertThat(kept).doesNotContain("ada");
    assertThat(forms.kept(form.seal(), kept)).contains(typed);
    assertThat(forms.kept(forms.fresh().seal(), kept)).isEmpty();
    assertThat(forms.kept(form.seal(), "x" + kept)).isEmpty();
    assertThat(forms.kept(form.seal(), "%")).isEmpty();
    assertThat(forms.kept(form.seal(), "")).isEmpty();
  }

  @Test
  void slowsThoseWithoutAProofSooner() throws Exception {
    var signUps = room.accounts.signUps();
    for (int i = 0; i < 12; i++) {
      var form = forms.fresh();
      room.clock.advance(Duration.ofSeconds(20));
      signUps.ask(wish("name" + i), HOME, fine(form.seal(), ""));
    }
    var form = forms.fresh();
    room.clock.advance(Duration.ofSeconds(20));
    assertThatThrownBy(() -> signUps.ask(wish("slow"), HOME, fine(form.seal(), "")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().status()).isEqualTo(429));
    assertThatThrownBy(() -> signUps.ask(wish("slow"), HOME)).isInstanceOf(ProblemException.class);
    assertThat(signUps.ask(wish("proved"), HOME, fine(form.seal(), proof(form.seal(), BITS))))
        .isInstanceOf(Asked.LookIntoYourMailbox.class);
  }

  @Test
  void slowsProgramsFromEverywhereTogether() {
    var signUps = room.accounts.signUps();
    for (int i = 0; i < 200; i++) {
      signUps.ask(wish("postmaster"), Network.of("198.51." + (i / 250) + "." + (i % 250 + 1)));
    }
    assertThatThrownBy(() -> signUps.ask(wish("late"), Network.of("203.0.113.9")))
        .isInstanceOf(ProblemException.class);
    var form = forms.fresh();
    room.clock.advance(Duration.ofSeconds(20));
    assertThat(signUps.ask(wish("person"), HOME, fine(form.seal(), "")))
        .as("people still have the page")
        .isInstanceOf(Asked.LookIntoYourMailbox.class);
  }

  @Test
  void asksForNothingWhereRatesAreOff() {
    var free = new TestAccounts(storage.database(), false).accounts.signUps().forms();
    assertThat(free.guarded()).isFalse();
    assertThat(free.check("", "")).isInstanceOf(SignUpForms.Checked.Fine.class);
  }

  private SignUpForms.Passed fine(String seal, String proof) {
    return ((SignUpForms.Checked.Fine) forms.check(seal, proof)).passed();
  }

  private static SignUp wish(String username) {
    return new SignUp(
        new Username(username),
        TestAccounts.address(username + "@mill.example"),
        Password.typed(TestAccounts.PASSWORD),
        true);
  }

  /** As the browser's script looks for it. */
  private static String proof(String seal, int bits) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    for (long number = 0; ; number++) {
      var hash = digest.digest((seal + ":" + number).getBytes());
      int first = ((hash[0] & 0xff) << 16) | ((hash[1] & 0xff) << 8) | (hash[2] & 0xff);
      if (Integer.numberOfLeadingZeros(first) - 8 >= bits) {
        return Long.toString(number);
      }
    }
  }
}
