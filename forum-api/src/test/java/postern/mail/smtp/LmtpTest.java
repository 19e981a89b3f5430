package postern.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static postern.mail.smtp.Receiver.receiver;

import java.util.List;
import org.junit.jupiter.api.Test;

class LmtpTest {
  private static final String TEXT = "Subject: hello\r\n\r\nA letter\r\n.\r\n";

  @Test
  void greetsByLhloAlone() throws Exception {
    try (var receiver = receiver().lmtp().start();
        var peer = new RawPeer(receiver.port())) {
      peer.expect("220 members.example LMTP");
      peer.say("EHLO client.example").expect(500);
      peer.say("HELO client.example").expect(500);
      peer.say("LHLO client.example").expect(250);
    }
  }

  @Test
  void answersEachAcceptedRecipientOnce() throws Exception {
    var refusal = new Reply(550, "5.7.1", "This member takes no letters from you");
    try (var receiver =
            receiver()
                .lmtp()
                .answering(
                    (envelope, _) ->
                        switch (envelope.mailbox()) {
                          case "cy" -> refusal;
                          case "di" -> throw new IllegalStateException();
                          default -> Reply.accepted();
                        })
                .start();
        var peer = RawPeer.greetedByLmtp(receiver.port())) {
      begin(peer, List.of("bo", "cy", "di", "bo"), true);
      peer.send(TEXT).expect(250).expect("550 5.7.1").expect("451 4.3.0").expect(250);
      peer.say("NOOP").expect("250 2.0.0 OK");
      assertThat(receiver.delivered)
          .hasSize(2)
          .allSatisfy(d -> assertThat(d.envelope().mailbox()).isEqualTo("bo"))
          .allSatisfy(d -> assertThat(d.text()).isEqualTo("Subject: hello\r\n\r\nA letter\r\n"));
    }
  }

  @Test
  void answersEachOnOversizeAndOnForgedEnds() throws Exception {
    try (var receiver =
            receiver()
                .lmtp()
                .sizes(_ -> new SmtpLimits.Sizes(2_048, 100, 10_000, 50, 1_000, 1_000, 10))
                .start();
        var peer = RawPeer.greetedByLmtp(receiver.port())) {
      begin(peer, List.of("bo", "cy"), false);
      peer.send("x".repeat(500) + "\r\n.\r\n").expect("552 5.3.4").expect("552 5.3.4");
      begin(peer, List.of("bo", "cy", "di"), false);
      peer.send("a\n.\nb\r\n.\r\n").expect("550 5.6.11").expect("550 5.6.11").expect("550 5.6.11");
      begin(peer, List.of("bo", "cy"), false);
      peer.send("x\r\n".repeat(5_000)).expect("552 5.3.4").expect("552 5.3.4").expectClosed();
      assertThat(receiver.delivered).isEmpty();
    }
  }

  @Test
  void limitsItsRecipients() throws Exception {
    try (var receiver =
            receiver().lmtp().counts(c -> new SmtpLimits.Counts(9, 9, 9, 9, 9, 99, 9, 2)).start();
        var peer = RawPeer.greetedByLmtp(receiver.port())) {
      peer.say("MAIL FROM:<ada@example.org>").expect(250);
      peer.say("RCPT TO:<bo@members.example>").expect(250);
      peer.say("RCPT TO:<cy@members.example>").expect(250);
      peer.say("RCPT TO:<di@members.example>").expect("452 4.5.3");
      peer.say("DATA").expect(354).send(TEXT).expect(250).expect(250);
    }
  }

  @Test
  void needsARecipientForData() throws Exception {
    try (var receiver = receiver().lmtp().start();
        var peer = RawPeer.greetedByLmtp(receiver.port())) {
      peer.say("MAIL FROM:<ada@example.org>").expect(250);
      peer.say("RCPT TO:<unknown@members.example>").expect(550);
      peer.say("DATA").expect(503);
    }
  }

  private static void begin(RawPeer peer, List<String> mailboxes, boolean withUnknown)
      throws Exception {
    peer.say("MAIL FROM:<ada@example.org>").expect(250);
    for (var mailbox : mailboxes) {
      if (withUnknown) {
        peer.say("RCPT TO:<unknown@members.example>").expect(550);
      }
      peer.say("RCPT TO:<" + mailbox + "@members.example>").expect(250);
    }
    peer.say("DATA").expect(354);
  }
}
