package postern.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import postern.kernel.CorrespondenceId;
import postern.letters.LetterState;
import postern.letters.NewLetter;
import postern.letters.Written;
import postern.privacy.Election;

/**
 * What Postern exists for: two members write to each other, and neither sees the other's address.
 */
class MainJobTest {
  private static final String ADA = "ada.private@mill.example";
  private static final String BEN = "ben.private@harbour.example";

  private TestForum house;
  private TestForum.Person ada;
  private TestForum.Person ben;

  @BeforeEach
  void open() {
    house = new TestForum();
    ada = house.join("ada", ADA);
    ben = house.join("ben", BEN);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private CorrespondenceId adaWrites(String text) {
    var written =
        house
            .forum
            .letters()
            .write(
                ada.viewer(), ben.username(), new NewLetter("The mill wheel", text, false, false));
    assertThat(written).isInstanceOf(Written.Sent.class);
    return ((Written.Sent) written).correspondence();
  }

  private static String reply(PostOffice.Arrived mail, String from, String id, String text) {
    return """
    From: Somebody <%s>
    To: <%s>
    Subject: Re: %s
    Message-ID: <%s>
    In-Reply-To: %s
    References: %s
    Date: Mon, 2 Mar 2026 11:00:00 +0200
    X-Originating-IP: [192.0.2.99]
    User-Agent: Pigeon 1.0
    MIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8

    %s

    On Monday you wrote to %s:
    > a line that was quoted
    """
        .formatted(
            from,
            mail.fromAddress(),
            mail.header("Subject"),
            id,
            mail.header("Message-ID"),
            mail.header("Message-ID"),
            text,
            from)
        .replace("\n", "\r\n");
  }

  @Test
  void lettersGoBothWaysByMailThreadedAndWithoutEitherAddress() {
    adaWrites("Does the wheel still turn?");
    var first = house.postOffice.await(BEN, 0);
    assertThat(first.fromAddress()).matches("ada\\.[a-z2-7]{21}@members\\.test");
    assertThat(first.from()).matches("bounce\\.[a-z2-7]+@members\\.test");

    assertThat(
            house.mail(
                BEN,
                first.fromAddress(),
                reply(first, BEN, "b1@harbour.example", "It does. Write me at " + BEN)))
        .startsWith("250");
    var second = house.postOffice.await(ADA, 0);
    assertThat(second.fromAddress()).matches("ben\\.[a-z2-7]{21}@members\\.test");
    assertThat(second.header("References")).contains(first.header("Message-ID"));

    assertThat(
            house.mail(
                ADA, second.fromAddress(), reply(second, ADA, "a1@mill.example", "Good to hear.")))
        .startsWith("250");
    var third = house.postOffice.await(BEN, 1);
    assertThat(third.fromAddress()).isEqualTo(first.fromAddress());
    assertThat(third.header("In-Reply-To")).isEqualTo("<b1@harbour.example>");
    assertThat(third.header("References"))
        .isEqualTo(first.header("Message-ID") + " <b1@harbour.example>");

    for (var mail : house.postOffice.all()) {
      var other = mail.to().equals(ADA) ? "harbour.example" : "mill.example";
      assertThat(mail.text()).doesNotContain("@" + other);
      assertThat(mail.header("Reply-To")).isNull();
      assertThat(mail.text()).doesNotContain("192.0.2.", "Pigeon");
    }
  }

  @Test
  void anElectedAddressIsALineUnderTheTextUntilItIsWithdrawn() {
    house.forum.foundation().elections().elect(ada.viewer(), Election.MEMBERS);
    var id = adaWrites("You may see my address now.");
    var shown = house.postOffice.await(BEN, 0);
    assertThat(decoded(shown)).containsPattern("(?m)^[^\\r\\n]+: " + ADA + "\\r?$");
    assertThat(shown.header("Reply-To")).isNull();
    assertThat(shown.header("From")).doesNotContain(ADA);

    house.forum.foundation().elections().elect(ada.viewer(), Election.NOBODY);
    house.forum.letters().answer(ada.viewer(), id, "And now no more.", false);
    assertThat(decoded(house.postOffice.await(BEN, 1))).doesNotContain(ADA);
  }

  @Test
  void aMaskIsNoMailboxForAnybodyElse() {
    var eve = house.join("eve", "eve@elsewhere.example");
    adaWrites("For Ben alone.");
    var mask = house.postOffice.await(BEN, 0).fromAddress();
    var message =
        "From: <%s>\r\nSubject: hello\r\nMessage-ID: <e1@elsewhere.example>\r\n\r\nhello\r\n"
            .formatted(eve.address());
    var refused = house.mail(eve.address(), mask, message);
    var unknown =
        house.mail(eve.address(), "nobody-here.aaaaaaaaaaaaaaaaaaaaa@members.test", message);
    assertThat(refused).isEqualTo(unknown).startsWith("550");
  }

  @Test
  void aRenewedMaskEndsTheOldOne() {
    var id = adaWrites("The first address.");
    var first = house.postOffice.await(BEN, 0);
    var fresh = house.forum.letters().renew(ada.viewer(), id).orElseThrow();
    assertThat(house.mail(BEN, first.fromAddress(), reply(first, BEN, "b2@harbour.example", "Old")))
        .startsWith("550");
    assertThat(house.mail(BEN, fresh.text(), reply(first, BEN, "b3@harbour.example", "New")))
        .startsWith("250");
    assertThat(decoded(house.postOffice.await(ADA, 0))).contains("New");
  }

  @Test
  void aBlockAnswersLikeAMailboxThatNeverWas() {
    var id = adaWrites("Before the block.");
    var first = house.postOffice.await(BEN, 0);
    house.forum.letters().block(ada.viewer(), id);
    var message = reply(first, BEN, "b4@harbour.example", "After");
    assertThat(house.mail(BEN, first.fromAddress(), message))
        .isEqualTo(house.mail(BEN, "no-such-member@members.test", message))
        .startsWith("550");
    assertThat(house.mail(BEN, "ada@members.test", message)).startsWith("550");
  }

  @Test
  void whoIsNotProvedReachesNobody() {
    var message =
        "From: <%s>\r\nSubject: forged\r\nMessage-ID: <f@x.example>\r\n\r\nforged\r\n"
            .formatted(ADA);
    assertThat(MailProgram.send(house.forum.mailServer().port(), ADA, "ben@members.test", message))
        .startsWith("550 5.7.1");
    var failed =
        "Authentication-Results: "
            + TestForum.AUTHSERV
            + "; dmarc=fail header.from=mill.example\r\n";
    assertThat(
            MailProgram.send(
                house.forum.mailServer().port(), ADA, "ben@members.test", failed + message))
        .startsWith("550 5.7.26");
    assertThat(house.postOffice.all()).isEmpty();
  }

  @Test
  void aRetriedMessageIsOneLetter() {
    var message =
        "From: <%s>\r\nSubject: once\r\nMessage-ID: <once@mill.example>\r\n\r\nonce\r\n"
            .formatted(ADA);
    assertThat(house.mail(ADA, "ben@members.test", message)).startsWith("250");
    assertThat(house.mail(ADA, "ben@members.test", message)).startsWith("250");
    house.postOffice.await(BEN, 0);
    var list =
        house
            .forum
            .letters()
            .correspondences(
                ben.viewer(), Instant.parse("2900-01-01T00:00:00Z"), Long.MAX_VALUE, 10);
    var letters =
        house
            .forum
            .letters()
            .letters(ben.viewer(), list.rows().getFirst().id(), Instant.EPOCH, 0, 10);
    assertThat(letters.orElseThrow().rows()).hasSize(1);
  }

  @Test
  void aLetterThatCannotBeDeliveredIsSaidToBeSoInOurWordsOnly() throws Exception {
    house.postOffice.refuse(BEN::equals);
    var id = adaWrites("To a mailbox that is full of holes.");
    for (int i = 0; i < 200 && state(id) == LetterState.ON_ITS_WAY; i++) {
      Thread.sleep(50);
    }
    assertThat(state(id)).isEqualTo(LetterState.UNDELIVERABLE);
  }

  private LetterState state(CorrespondenceId id) {
    return house
        .forum
        .letters()
        .letters(ada.viewer(), id, Instant.EPOCH, 0, 10)
        .orElseThrow()
        .rows()
        .getLast()
        .state();
  }

  private static String decoded(PostOffice.Arrived mail) {
    return switch (postern.mail.mime.MessageReader.read(
        mail.raw(), postern.mail.mime.MimeLimits.DEFAULT)) {
      case postern.mail.mime.MessageRead.Read(var message) ->
          message.root() instanceof postern.mail.mime.Leaf leaf
              ? leaf.text()
              : new String(mail.raw(), StandardCharsets.UTF_8);
      case postern.mail.mime.MessageRead.Refused _ -> throw new AssertionError("unreadable");
    };
  }
}
