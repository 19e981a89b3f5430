package postern.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static postern.mail.smtp.Receiver.receiver;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import postern.kernel.EmailAddress;

class SmtpServerTest {
  private static final String TEXT = "Subject: hello\r\n\r\nA letter";

  @Test
  void takesAMessageAsItWasSent() throws Exception {
    try (var receiver = receiver().start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.message("bo", "Subject: hello\r\n\r\n..a dot\r\n..\r\nend").expect("250 2.0.0");
      peer.say("QUIT").expect(221).expectClosed();

      var delivered = receiver.delivered.getFirst();
      assertThat(delivered.text()).isEqualTo("Subject: hello\r\n\r\n.a dot\r\n.\r\nend\r\n");
      assertThat(delivered.envelope().mailbox()).isEqualTo("bo");
      assertThat(delivered.envelope().from().address())
          .isEqualTo(EmailAddress.parse("ada@example.org"));
      assertThat(delivered.envelope().session().helo()).isEqualTo("client.example");
      assertThat(delivered.envelope().session().client())
          .contains(delivered.envelope().session().peer());
    }
  }

  @Test
  void offersWhatItKnowsAndNothingElse() throws Exception {
    try (var receiver = receiver().start();
        var peer = new RawPeer(receiver.port())) {
      peer.expect("220 members.example ESMTP");
      assertThat(peer.say("EHLO [127.0.0.1]").reply())
          .containsExactly(
              "250-members.example",
              "250-PIPELINING",
              "250-SIZE 25000000",
              "250-8BITMIME",
              "250-SMTPUTF8",
              "250 ENHANCEDSTATUSCODES");
      assertThat(peer.say("HELO client.example").reply()).containsExactly("250 members.example");
      peer.say("VRFY bo").expect("252 2.5.0");
      peer.say("noop whatever").expect("250 2.0.0");
      peer.say("LHLO client.example").expect("500 5.5.1");
      peer.say("EXPN all").expect("500 5.5.1");
      peer.say("STARTTLS").expect("502 5.5.1");
      peer.say("EHLO").expect("501 5.5.4");
      peer.say("BDAT 4 LAST").expect("502 5.5.1").expectClosed();
    }
  }

  @Test
  void keepsTheOrderOfCommands() throws Exception {
    try (var receiver = receiver().start();
        var peer = new RawPeer(receiver.port())) {
      peer.expect(220);
      peer.say("MAIL FROM:<ada@example.org>").expect("503 5.5.1");
      peer.say("EHLO client.example").expect(250);
      peer.say("RCPT TO:<bo@members.example>").expect("503 5.5.1");
      peer.say("DATA").expect("503 5.5.1");
      peer.say("MAIL FROM:<ada@example.org>").expect("250 2.1.0");
      peer.say("MAIL FROM:<ada@example.org>").expect("503 5.5.1");
      peer.say("DATA").expect("503 5.5.1");
      peer.say("RCPT TO:<bo@members.example>").expect("250 2.1.5");
      peer.say("RSET").expect(250);
      peer.say("DATA").expect("503 5.5.1");
      peer.say("MAIL FROM:<>").expect(250);
      peer.say("EHLO client.example").expect(250);
      peer.say("RCPT TO:<bo@members.example>").expect("503 5.5.1");
    }
  }

  @Test
  void answersPipelinedCommandsInOrder() throws Exception {
    try (var receiver = receiver().start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.send(
          "MAIL FROM:<ada@example.org>\r\nRCPT TO:<unknown@members.example>\r\n"
              + "RCPT TO:<bo@members.example>\r\nDATA\r\n");
      peer.expect(250).expect(550).expect(250).expect(354);
      peer.send(TEXT + "\r\n.\r\nMAIL FROM:<>\r\nRCPT TO:<cy@members.example>\r\nDATA\r\n");
      peer.expect(250).expect(250).expect(250).expect(354);
      peer.send(TEXT + "\r\n.\r\nQUIT\r\n").expect(250).expect(221).expectClosed();
      assertThat(receiver.delivered)
          .extracting(delivered -> delivered.envelope().mailbox())
          .containsExactly("bo", "cy");
      assertThat(receiver.delivered.getLast().envelope().from().isNull()).isTrue();
    }
  }

  @Test
  void neverReadsTheMessageOfARefusedDataAsCommands() throws Exception {
    try (var receiver = receiver().start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.send(
          "MAIL FROM:<ada@example.org>\r\nRCPT TO:<unknown@members.example>\r\nDATA\r\n"
              + "RSET\r\nMAIL FROM:<>\r\nRCPT TO:<bo@members.example>\r\nDATA\r\nforged\r\n.\r\n");
      peer.expect(250).expect(550).expect(503).expectClosed();
      assertThat(receiver.delivered).isEmpty();
    }
  }

  @Test
  void takesOneRecipientATransaction() throws Exception {
    try (var receiver = receiver().start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.say("MAIL FROM:<ada@example.org>").expect(250);
      peer.say("RCPT TO:<bo@members.example>").expect(250);
      peer.say("RCPT TO:<cy@members.example>").expect("452 4.5.3");
      peer.say("DATA").expect(354).send(TEXT + "\r\n.\r\n").expect(250);
      assertThat(receiver.delivered).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<bo@elsewhere.example>",
        "<bo%elsewhere.example@members.example>",
        "<elsewhere.example!bo@members.example>",
        "<@members.example:bo@elsewhere.example>",
        "<@elsewhere.example:bo@members.example>",
        "<\"bo@elsewhere.example\"@members.example>",
        "<\"bo\\@elsewhere.example\"@members.example>",
        "<bo@members.example@elsewhere.example>",
        "<bo@elsewhere.example@members.example>",
        "<bo@members.example.>",
        "<bo@sub.members.example>",
        "<bo@[127.0.0.1]>",
        "<bo>",
        "<>",
        "bo@members.example",
        "<bo@members.example",
        "<bo@members.example>x",
        "<bo @members.example>",
        "<.bo@members.example>",
        "<bo..cy@members.example>",
        "<\"\"@members.example>",
        "<b\u00f6@members.example>",
        "<bo@members.example> NOTIFY=NEVER",
      })
  void takesMailForNoOtherDomainInAnySpelling(String path) throws Exception {
    try (var receiver = receiver().start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.say("MAIL FROM:<ada@example.org>").expect(250);
      assertThat(peer.say("RCPT TO:" + path).reply().getLast()).startsWith("5");
      peer.say("DATA").expect(503);
      assertThat(receiver.asked).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<bo@members.example>",
        "<BO@Members.EXAMPLE>",
        "<\"bo\"@members.example>",
        "<\"b\\o\"@members.example>",
        " <bo@members.example>",
      })
  void readsTheSpellingsOfOneRecipient(String path) throws Exception {
    try (var receiver = receiver().start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.say("MAIL FROM:<ada@example.org>").expect(250);
      peer.say("rcpt to:" + path).expect(250);
      peer.say("DATA").expect(354).send(TEXT + "\r\n.\r\n").expect(250);
      assertThat(receiver.delivered.getFirst().envelope().mailbox()).isEqualTo("bo");
    }
  }

  @Test
  void takesThePostmasterWithoutADomain() throws Exception {
    try (var receiver = receiver().start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.say("MAIL FROM:<>").expect(250);
      peer.say("RCPT TO:<Postmaster>").expect(250);
      peer.say("DATA").expect(354).send(TEXT + "\r\n.\r\n").expect(250);
      assertThat(receiver.delivered.getFirst().envelope().mailbox()).isEqualTo("postmaster");
    }
  }

  @Test
  void knowsTheParametersThatItOffers() throws Exception {
    try (var receiver = receiver().start();
        var peer = RawPeer.greeted(receiver.port())) {
      for (var accepted :
          List.of("SIZE=1000", "BODY=8BITMIME", "body=7bit SIZE=25000000", "SMTPUTF8", "SIZE=0")) {
        peer.say("MAIL FROM:<ada@example.org> " + accepted).expect("250 2.1.0");
        peer.say("RSET").expect(250);
      }
      peer.say("MAIL FROM:<\u00e5da@example.org>").expect("553 5.6.7");
      peer.say("MAIL FROM:<\u00e5da@example.org> SMTPUTF8").expect(250);
      peer.say("RCPT TO:<b\u00f6@members.example>").expect("550 5.1.1");
      peer.say("RSET").expect(250);
      peer.say("MAIL FROM:<ada@example.org> SIZE=25000001").expect("552 5.3.4");
      peer.say("MAIL FROM:<ada@example.org> SIZE=99999999999999999999").expect("552 5.3.4");
      peer.say("MAIL FROM:<ada@example.org> SIZE=" + "9".repeat(500)).expect("501 5.5.4");
      peer.say("MAIL FROM:<ada@example.org> SIZE=-1").expect("501 5.5.4");
      peer.say("MAIL FROM:<ada@example.org> SIZE=1 SIZE=2").expect("501 5.5.4");
      peer.say("MAIL FROM:<ada@example.org> BODY=BINARYMIME").expect("501 5.5.4");
      peer.say("MAIL FROM:<ada@example.org> SMTPUTF8=yes").expect("501 5.5.4");
      peer.say("MAIL FROM:<ada@example.org> RET=HDRS").expect("555 5.5.4");
      peer.say("MAIL FROM:<ada@example.org>SIZE=1").expect("501 5.5.4");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NOOP\r x",
        "MAIL FROM:<ada@example.org>\r",
        "NOOP \u0000",
        "NOOP \u0007",
        "NOOP\tx",
        "NOOP \u0085",
        "NOOP \u00e5",
      })
  void refusesControlCharactersInCommands(String command) throws Exception {
    try (var receiver = receiver().start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.say(command).expect("500 5.5.2");
      peer.say("NOOP").expect(250);
    }
  }

  @Test
  void refusesBytesThatAreNoText() throws Exception {
    try (var receiver = receiver().start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.send(new byte[] {'N', 'O', 'O', 'P', ' ', (byte) 0xff, '\r', '\n'}).expect("500 5.5.2");
      peer.say("NOOP").expect(250);
    }
  }

  @Test
  void leavesAfterABareNewlineInACommand() throws Exception {
    try (var receiver = receiver().start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.send("NOOP\nMAIL FROM:<ada@example.org>\r\n").expect("500 5.5.2").expectClosed();
    }
  }

  @Test
  void readsALineThatIsTooLongToItsEnd() throws Exception {
    try (var receiver = receiver().start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.say("NOOP " + "x".repeat(2048 - 7)).expect(250);
      peer.say("NOOP " + "x".repeat(2048 - 6)).expect("500 5.5.2");
      peer.say("NOOP " + "x".repeat(100_000)).expect("500 5.5.2");
      peer.say("NOOP").expect(250);
    }
  }

  @Test
  void refusesWhoTalksBeforeTheBanner() throws Exception {
    try (var receiver = receiver().times(t -> Times.greeting(t, 2_000)).start();
        var peer = new RawPeer(receiver.port())) {
      peer.send("GET / HTTP/1.1\r\n").expect("554 5.5.1").expectClosed();
    }
  }

  @Test
  void answersTryLaterWhenTheUpperRoomFails() throws Exception {
    try (var receiver =
            receiver()
                .judging(
                    mailbox -> {
                      if (mailbox.equals("broken")) {
                        throw new IllegalStateException("ada@example.org");
                      }
                      return new Verdict.Accept();
                    })
                .answering(
                    (envelope, _) -> {
                      switch (envelope.mailbox()) {
                        case "null":
                          return null;
                        case "leaving":
                          return new Reply(421, "4.0.0", "not for a room to say");
                        default:
                          throw new IllegalStateException("ada@example.org");
                      }
                    })
                .start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.say("MAIL FROM:<ada@example.org>").expect(250);
      peer.say("RCPT TO:<broken@members.example>").expect("451 4.3.0");
      peer.say("RSET").expect(250);
      for (var mailbox : List.of("null", "leaving", "thrown")) {
        peer.message(mailbox, TEXT).expect("451 4.3.0");
      }
      peer.say("NOOP").expect(250);
    }
  }

  @Test
  void answersTryLaterWhenTheUpperRoomIsLate() throws Exception {
    try (var receiver =
            receiver()
                .times(t -> Times.decision(t, 200))
                .answering(
                    (_, _) -> {
                      try {
                        Thread.sleep(60_000);
                      } catch (InterruptedException late) {
                        throw new IllegalStateException(late);
                      }
                      return Reply.accepted();
                    })
                .start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.message("bo", TEXT).expect("451 4.3.0");
      peer.say("QUIT").expect(221);
    }
  }

  @Test
  void passesARefusalOn() throws Exception {
    var refusal = new Reply(550, "5.7.1", "Please write from a verified address");
    try (var receiver = receiver().answering((_, _) -> refusal).start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.message("bo", TEXT).expect("550 5.7.1 Please write from a verified address");
    }
  }

  @Test
  void throwsAwayWhatAPeerDidNotFinish() throws Exception {
    try (var receiver = receiver().start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.begin("bo").send(TEXT + "\r\n");
      peer.cutOff();
      try (var next = RawPeer.greeted(receiver.port())) {
        next.message("cy", TEXT).expect(250);
      }
      assertThat(receiver.delivered)
          .extracting(delivered -> delivered.envelope().mailbox())
          .containsExactly("cy");
    }
  }
}
