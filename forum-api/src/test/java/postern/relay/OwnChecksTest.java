package postern.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import postern.World;
import postern.letters.NewLetter;
import postern.mail.dkim.TestSigner;

/** A small site: nobody stands in front, and the relay itself asks who wrote. */
class OwnChecksTest {
  private static final String ADA = "ada.private@mill.example";
  private static final String BEN = "ben.private@harbour.example";
  private static final TestSigner HARBOUR = TestSigner.rsa("harbour.example", 2048);

  private static TestForum house;
  private static String mask;
  private static int letters;

  @BeforeAll
  static void open() {
    house = TestForum.alone(World.real());
    var ada = house.join("ada", ADA);
    var ben = house.join("ben", BEN);
    house
        .forum
        .letters()
        .write(ada.viewer(), ben.username(), new NewLetter("The wheel", "It turns.", false, false));
    mask = house.postOffice.await(BEN, 0).fromAddress();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @AfterEach
  void answerAgain() {
    house.names.goOut(false);
    house.names.clear("harbour.example").clear("_dmarc.harbour.example");
    house.names.clear(HARBOUR.keyName());
  }

  private static String letter(String from) {
    var date = ZonedDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.RFC_1123_DATE_TIME);
    letters++;
    return """
    From: Ben <%s>
    To: <%s>
    Subject: Re: The wheel
    Date: %s
    Message-ID: <reply-%d@harbour.example>
    Content-Type: text/plain; charset=utf-8

    I see it, %d times.
    """
        .formatted(from, mask, date, letters, letters)
        .replace("\n", "\r\n");
  }

  private static String send(String envelopeFrom, String message) {
    return MailProgram.send(house.forum.mailServer().port(), envelopeFrom, mask, message);
  }

  @Test
  void aSignedLetterArrives() {
    house.names.text("_dmarc.harbour.example", "v=DMARC1; p=reject");
    var signed = HARBOUR.publish(house.names).signed(letter(BEN));
    long already = house.postOffice.all().stream().filter(mail -> mail.to().equals(ADA)).count();
    assertThat(send(BEN, signed)).startsWith("250");
    assertThat(house.postOffice.await(ADA, (int) already).text())
        .contains("I see it")
        .doesNotContain(BEN);
  }

  @Test
  void aLetterFromTheDomainsOwnHostArrives() {
    house.names.text("harbour.example", "v=spf1 ip4:127.0.0.1 -all");
    assertThat(send(BEN, letter(BEN))).startsWith("250");
  }

  @Test
  void aForgedMemberIsRefusedWithWordsToActOn() {
    house.names.text("_dmarc.harbour.example", "v=DMARC1; p=reject");
    house.names.text("harbour.example", "v=spf1 ip4:192.0.2.7 -all");
    assertThat(send("eve@elsewhere.example", letter(BEN)))
        .startsWith("550 5.7.26 ")
        .contains("says that this is not its mail")
        .doesNotContain("harbour");
  }

  @Test
  void aChangedLetterIsRefused() {
    house.names.text("_dmarc.harbour.example", "v=DMARC1; p=reject");
    var signed = HARBOUR.publish(house.names).signed(letter(BEN));
    assertThat(send(BEN, signed.replace("I see it", "I hate it"))).startsWith("550 5.7.26 ");
  }

  @Test
  void aHeaderOfAStrangersOwnProvesNothing() {
    var claimed = TestForum.authenticated(BEN, letter(BEN));
    assertThat(send(BEN, claimed)).startsWith("550 5.7.1 ");
  }

  @Test
  void whatNobodyProvesIsRefused() {
    assertThat(send(BEN, letter(BEN))).startsWith("550 5.7.1 ").contains("could not make sure");
  }

  @Test
  void nameServersThatAreOutAreNeverARefusal() {
    house.names.goOut(true);
    assertThat(send("ben@quiet.example", letter("ben@quiet.example"))).startsWith("451 4.4.3 ");
  }

  @Test
  void aStrangerWithEveryProofIsToldThatMembersWrite() {
    house.names.text("stranger.example", "v=spf1 ip4:127.0.0.1 -all");
    assertThat(send("eve@stranger.example", letter("eve@stranger.example")))
        .startsWith("550 5.7.1 ")
        .contains("Only members");
  }
}
