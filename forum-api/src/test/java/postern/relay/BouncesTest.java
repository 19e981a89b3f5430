package postern.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import postern.World;
import postern.delivery.Bounces;
import postern.delivery.Notice;
import postern.kernel.AddressId;
import postern.letters.LetterState;
import postern.letters.LetterView;
import postern.letters.NewLetter;
import postern.letters.Written;

/** Reports that come to return paths, on real sockets, and what they stop. */
class BouncesTest {
  private static final String ADA = "ada.private@mill.example";
  private static final String BEN = "ben.private@harbour.example";

  private volatile Duration ahead = Duration.ZERO;
  private TestForum house;
  private TestForum.Person ada;
  private TestForum.Person ben;
  private int letters;

  @BeforeEach
  void open() {
    var real = World.real();
    house =
        new TestForum(
            new World(() -> Instant.now().plus(ahead), real.randomness(), real.ids()), true);
    ada = house.join("ada", ADA);
    ben = house.join("ben", BEN);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aMailboxThatIsNotThereGetsNothingUntilItIsConfirmedAgain() throws Exception {
    var first = letter();
    assertThat(report(first.from(), dsn("5.1.1"))).startsWith("250");
    await(LetterState.UNDELIVERABLE);
    assertThat(suspended()).contains(Bounces.Why.BOUNCED);
    write();
    notice("digest");
    notice("reset-password");
    assertThat(house.postOffice.await(BEN, 1).header("Subject")).isEqualTo("reset-password");
    Thread.sleep(500);
    assertThat(arrived(BEN)).hasSize(2);

    resume();
    notice("digest");
    assertThat(house.postOffice.await(BEN, 2).header("Subject")).isEqualTo("digest");
  }

  @Test
  void theSameReportTwiceChangesNothingMore() throws Exception {
    var first = letter();
    report(first.from(), dsn("5.2.2"));
    for (int again = 0; again < 9; again++) {
      assertThat(report(first.from(), dsn("5.2.2"))).startsWith("250");
    }
    await(LetterState.UNDELIVERABLE);
    assertThat(suspended()).isEmpty();
  }

  @Test
  void afterASoftOneTheNextMailWaitsAndAfterFiveNoneIsSent() throws Exception {
    for (int softOnes = 1; softOnes <= 5; softOnes++) {
      var mail = letter();
      report(mail.from(), dsn("5.2.2"));
      if (softOnes == 1) {
        write();
        Thread.sleep(700);
        assertThat(arrived(BEN)).hasSize(1);
        ahead = ahead.plus(Duration.ofHours(2));
        house.postOffice.await(BEN, 1);
      }
      ahead = ahead.plus(Duration.ofDays(2));
      assertThat(suspended().isPresent()).isEqualTo(softOnes == 5);
    }
  }

  @Test
  void aComplaintStopsWhatIsSentThere() {
    var first = letter();
    assertThat(report(first.from(), complaint(first.from()))).startsWith("250");
    assertThat(suspended()).contains(Bounces.Why.COMPLAINED);
    assertThat(state(0)).isEqualTo(LetterState.DELIVERED);
  }

  @Test
  void aForgedOrAnExpiredTokenDoesNothing() {
    var first = letter();
    var token = first.from();
    int changed = token.indexOf('@') - 3;
    var forged =
        token.substring(0, changed)
            + (token.charAt(changed) == 'a' ? 'b' : 'a')
            + token.substring(changed + 1);
    assertThat(report(forged, dsn("5.1.1"))).startsWith("550");
    ahead = Duration.ofDays(40);
    assertThat(report(token, dsn("5.1.1"))).startsWith("550");
    assertThat(suspended()).isEmpty();
  }

  @Test
  void aReportCausesNoMailButTheSendersNoticeWhichTellsNothingOfIt() {
    var first = letter();
    report(first.from(), dsn("5.1.1"));
    await(LetterState.UNDELIVERABLE);
    ahead = Duration.ofHours(2);
    var told = house.postOffice.await(ADA, 0);
    assertThat(told.text())
        .contains("did not arrive")
        .doesNotContain("harbour.example")
        .doesNotContain("5.1.1")
        .doesNotContain("ben.private");
    assertThat(report(told.from(), dsn("5.1.1"))).startsWith("250");
    assertThat(house.postOffice.all()).hasSize(2);
  }

  @Test
  void whatTheHostSaysInTheSessionCountsWhenItIsAboutTheMailbox() {
    house.postOffice.refuse(BEN::equals);
    write();
    await(LetterState.UNDELIVERABLE);
    assertThat(suspended()).contains(Bounces.Why.BOUNCED);
  }

  private PostOffice.Arrived letter() {
    int already = arrived(BEN).size();
    write();
    var mail = house.postOffice.await(BEN, already);
    for (int i = 0; i < 400 && state(letters - 1) == LetterState.ON_ITS_WAY; i++) {
      pause();
    }
    return mail;
  }

  private void write() {
    letters++;
    var letter = new NewLetter("The wheel", "Does it turn? " + letters, false, false);
    assertThat(house.forum.letters().write(ada.viewer(), ben.username(), letter))
        .isInstanceOf(Written.Sent.class);
  }

  private void await(LetterState state) {
    for (int i = 0; i < 400 && state(letters - 1) != state; i++) {
      pause();
    }
    assertThat(state(letters - 1)).isEqualTo(state);
  }

  private LetterState state(int number) {
    var desk = house.forum.letters();
    var correspondence = desk.with(ada.viewer(), ben.id()).orElseThrow();
    List<LetterView> all =
        desk.letters(ada.viewer(), correspondence, Instant.EPOCH, 0, 50).orElseThrow().rows();
    return all.get(number).state();
  }

  private void notice(String kind) {
    var courier = house.forum.foundation().delivery().courier();
    house
        .storage
        .database()
        .run(tx -> courier.send(tx, address(), Notice.of(kind, kind, "A notice.")));
  }

  private void resume() {
    house
        .storage
        .database()
        .run(tx -> house.forum.foundation().delivery().courier().resume(tx, address()));
  }

  private java.util.Optional<Bounces.Why> suspended() {
    return house
        .storage
        .database()
        .read(tx -> house.forum.foundation().delivery().courier().suspended(tx, address()));
  }

  private AddressId address() {
    return house
        .storage
        .database()
        .read(tx -> house.forum.foundation().vault().mainOf(tx, ben.id()).orElseThrow());
  }

  private List<PostOffice.Arrived> arrived(String to) {
    return house.postOffice.all().stream().filter(mail -> mail.to().equals(to)).toList();
  }

  private String report(String returnPath, String message) {
    return MailProgram.send(house.forum.mailServer().port(), "", returnPath, message);
  }

  static String dsn(String status) {
    return """
    From: MAILER-DAEMON@mx.harbour.example
    Subject: Undelivered Mail Returned to Sender
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary=x

    --x
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.harbour.example

    Final-Recipient: rfc822; %s
    Action: failed
    Status: %s
    --x--
    """
        .formatted(BEN, status)
        .replace("\n", "\r\n");
  }

  private static String complaint(String returnPath) {
    return """
    From: fbl@harbour.example
    Subject: complaint
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=feedback-report; boundary=x

    --x
    Content-Type: message/feedback-report

    Feedback-Type: abuse
    Version: 1
    Original-Mail-From: <%s>
    --x--
    """
        .formatted(returnPath)
        .replace("\n", "\r\n");
  }

  private static void pause() {
    try {
      Thread.sleep(25);
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }
}
