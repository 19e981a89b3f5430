package postern.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import postern.World;
import postern.kernel.Scripted;
import postern.letters.HeldLetters.Held;
import postern.letters.MailedLetters;
import postern.letters.Taken;
import postern.mail.mime.MessageRead;
import postern.mail.mime.MessageReader;
import postern.mail.mime.MimeLimits;

/** Letters that nothing proves: their author is asked, and nobody else learns anything. */
class HeldLettersTest {
  private static final String ADA = "ada.private@mill.example";
  private static final Scripted.Clock CLOCK = new Scripted.Clock();

  private static TestForum house;
  private static TestForum.Person ada;
  private static int members;

  private TestForum.Person ben;

  @BeforeAll
  static void open() {
    var real = World.real();
    house = TestForum.alone(new World(CLOCK, real.randomness(), real.ids()));
    ada = house.join("ada", ADA);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void join() {
    members++;
    ben = house.join("ben-" + members, "ben" + members + ".private@harbour.example");
  }

  private String message(String from, String to, String text, String more) {
    return """
    %sFrom: Ben <%s>
    To: <%s>
    Subject: By a forwarder
    Message-ID: <%d.%d@elsewhere.example>
    Content-Type: text/plain; charset=utf-8

    %s
    """
        .formatted(more, from, to, members, text.hashCode(), text)
        .replace("\n", "\r\n");
  }

  private String send(String from, String to, String text, String more) {
    return MailProgram.send(
        house.forum.mailServer().port(), "x@elsewhere.example", to, message(from, to, text, more));
  }

  private String send(String text) {
    return send(ben.address(), "ada@members.test", text, "");
  }

  private List<Held> held() {
    return house.forum.letters().held().of(ben.viewer());
  }

  private long mails(String to) {
    return house.postOffice.all().stream().filter(mail -> mail.to().equals(to)).count();
  }

  /** The question is asked by a job. */
  private List<Held> awaitHeld(int count) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (held().size() < count && System.nanoTime() < deadline) {
      pause();
    }
    return held();
  }

  @Test
  void theMemberIsAskedAndSendsItWithAClick() {
    int already = (int) mails(ADA);
    assertThat(send("It turns after all.")).startsWith("550 5.7.1 ");
    var question = house.postOffice.await(ben.address(), 0);
    assertThat(question.header("Subject")).contains("Was this you?");
    assertThat(question.text())
        .contains("/letters/held")
        .doesNotContain("It turns", "By a forwarder", ADA);
    var letter = awaitHeld(1).getFirst();
    assertThat(letter.to().toString()).isEqualTo("ada");
    assertThat(letter.subject()).isEqualTo("By a forwarder");
    assertThat(letter.text()).contains("It turns after all.");
    assertThat(house.forum.letters().held().waits(ben.viewer())).isTrue();
    assertThat(mails(ADA)).isEqualTo(already);

    var sent = house.forum.letters().held().send(ben.viewer(), letter.id());
    assertThat(sent).get().isInstanceOf(Taken.Accepted.class);
    assertThat(house.postOffice.await(ADA, already).text())
        .contains("It turns after all.")
        .doesNotContain(ben.address());
    assertThat(held()).isEmpty();
    assertThat(house.forum.letters().held().send(ben.viewer(), letter.id())).isEmpty();
  }

  @Test
  void aStrangerGetsTheSameAnswerAndNoMail() {
    var known = send("One.");
    var unknown = send("nobody@harbour.example", "ada@members.test", "One.", "");
    assertThat(unknown).isEqualTo(known);
    awaitHeld(1);
    assertThat(mails("nobody@harbour.example")).isZero();
    assertThat(mails("x@elsewhere.example")).isZero();
  }

  @Test
  void whatIsNotTheirsOrWasDroppedIsNoLetter() {
    send("Not mine.");
    var letter = awaitHeld(1).getFirst();
    var held = house.forum.letters().held();
    assertThat(held.of(ada.viewer())).isEmpty();
    assertThat(held.send(ada.viewer(), letter.id())).isEmpty();
    assertThat(held.drop(ada.viewer(), letter.id())).isFalse();
    assertThat(held.drop(ben.viewer(), letter.id())).isTrue();
    assertThat(held()).isEmpty();
  }

  @Test
  void threeAreAskedForADayAndARepeatedOneOnce() {
    for (var text : List.of("First.", "First.", "Second.", "Third.", "Fourth.", "Fifth.")) {
      hold(text);
    }
    assertThat(awaitHeld(3)).extracting(Held::text).doesNotHaveDuplicates();
    for (int i = 0; i < 20; i++) {
      pause();
    }
    assertThat(held()).hasSize(3);
    CLOCK.advance(Duration.ofDays(1));
    hold("Tomorrow.");
    assertThat(awaitHeld(4)).hasSize(4);
    house.postOffice.await(ben.address(), 3);
    assertThat(mails(ben.address())).isEqualTo(4);
  }

  private void hold(String text) {
    var raw = message(ben.address(), "ada@members.test", text, "").getBytes(StandardCharsets.UTF_8);
    var read = (MessageRead.Read) MessageReader.read(raw, MimeLimits.DEFAULT);
    house
        .forum
        .letters()
        .held()
        .hold(new MailedLetters.Mailbox.OfMember(ada.username()), read.message());
  }

  @Test
  void isForgottenAfterThreeDays() {
    send("Old news.");
    assertThat(awaitHeld(1)).hasSize(1);
    CLOCK.advance(Duration.ofDays(3));
    assertThat(held()).isEmpty();
  }

  @Test
  void nothingIsAskedForAutomaticMailOrAMailboxThatIsNone() {
    send(ben.address(), "ada@members.test", "Away.", "Auto-Submitted: auto-replied\n");
    send(ben.address(), "nobody-here@members.test", "Hello?", "");
    send(ben.address(), "ada.abcdefghijklmnopqrst@members.test", "Hello?", "");
    send("The one that is held.");
    assertThat(awaitHeld(1)).hasSize(1);
    assertThat(held().getFirst().text()).contains("The one that is held.");
  }

  @Test
  void whatIsRefutedIsNotHeld() {
    house.names.text("_dmarc.harbour.example", "v=DMARC1; p=reject");
    assertThat(send("Forged.")).startsWith("550 5.7.26 ");
    house.names.clear("_dmarc.harbour.example");
    send("The one that is held.");
    assertThat(awaitHeld(1)).singleElement().extracting(Held::text).isNotEqualTo("Forged.");
  }

  /** A forger chooses which of the two a mail program shows. */
  @Test
  void showsBothFormsOfALetterWhenTheyDiffer() {
    var message =
        """
        From: Ben <%s>
        To: <ada@members.test>
        Subject: Two faces
        Content-Type: multipart/alternative; boundary=b

        --b
        Content-Type: text/plain; charset=utf-8

        A kind word.
        --b
        Content-Type: text/html; charset=utf-8

        <p>An unkind word.</p>
        --b--
        """
            .formatted(ben.address())
            .replace("\n", "\r\n");
    MailProgram.send(
        house.forum.mailServer().port(), "x@elsewhere.example", "ada@members.test", message);
    assertThat(awaitHeld(1).getFirst().text()).contains("A kind word.", "An unkind word.");
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }
}
