package postern.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static postern.mail.smtp.Receiver.receiver;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTlsTest {
  private static final String TEXT = "Subject: hello\r\n\r\nA letter";
  private static TestTls tls;

  @BeforeAll
  static void makeACertificate(@TempDir Path folder) throws Exception {
    tls = TestTls.forHost(folder, "localhost");
  }

  @Test
  void forgetsWhatWasSaidInTheClear() throws Exception {
    try (var receiver = receiver().trustingLoopback().tls(tls.server()).start();
        var peer = new RawPeer(receiver.port())) {
      peer.expect(220);
      assertThat(peer.say("EHLO client.example").reply()).contains("250-STARTTLS");
      peer.say("XFORWARD ADDR=192.0.2.7").expect(250);
      peer.say("MAIL FROM:<ada@example.org>").expect(250);
      peer.say("STARTTLS").expect(220).secure(tls.client());
      peer.say("MAIL FROM:<ada@example.org>").expect("503 5.5.1");
      assertThat(peer.say("EHLO client.example").reply())
          .noneMatch(line -> line.contains("STARTTLS"));
      peer.say("RCPT TO:<bo@members.example>").expect("503 5.5.1");
      peer.say("STARTTLS").expect("503 5.5.1");
      peer.message("bo", TEXT).expect(250);
      var session = receiver.delivered.getFirst().envelope().session();
      assertThat(session.tls()).isTrue();
      assertThat(session.client()).contains(session.peer());
      peer.say("QUIT").expect(221);
    }
  }

  @Test
  void refusesWhatIsInjectedBehindIt() throws Exception {
    try (var receiver = receiver().tls(tls.server()).start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.send("STARTTLS\r\nNOOP\r\n").expect("554 5.5.1").expectClosed();
    }
  }

  @Test
  void refusesWhatIsInjectedBehindItAfterAMessage() throws Exception {
    try (var receiver = receiver().tls(tls.server()).start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.begin("bo")
          .send(TEXT + "\r\n.\r\nSTARTTLS\r\nMAIL FROM:<>\r\nRCPT TO:<cy@members.example>\r\n");
      peer.expect(250).expect("554 5.5.1").expectClosed();
      assertThat(receiver.delivered).hasSize(1);
    }
  }

  @Test
  void closesInSilenceWhenTheHandshakeFails() throws Exception {
    try (var receiver = receiver().tls(tls.server()).start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.say("STARTTLS").expect(220);
      peer.send("MAIL FROM:<ada@example.org>\r\nRCPT TO:<bo@members.example>\r\nDATA\r\n");
      peer.expectNoText();
      assertThat(receiver.asked).isEmpty();
    }
  }

  @Test
  void aHandshakeByteByByteMeetsItsDeadline() throws Exception {
    var quick = Receiver.quick().times();
    var impatient =
        new SmtpLimits.Times(
            quick.greeting(),
            quick.command(),
            Duration.ofSeconds(2),
            quick.silence(),
            quick.message(),
            quick.slowStart(),
            quick.minimumBytesPerSecond(),
            quick.decision(),
            quick.reply());
    try (var receiver = receiver().tls(tls.server()).times(_ -> impatient).start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.say("STARTTLS").expect(220);
      peer.send(new byte[] {22, 3, 1, 0, (byte) 200});
      for (int count = 0; count < 120 && receiver.server().connections() > 0; count++) {
        try {
          peer.send(new byte[] {1});
        } catch (java.io.IOException cut) {
          break;
        }
        Thread.sleep(100);
      }
      assertThat(receiver.server().connections()).isZero();
    }
  }

  @Test
  void stopsAndMeetsDeadlinesOverTlsToo() throws Exception {
    try (var receiver = receiver().tls(tls.server()).start();
        var idle = RawPeer.greeted(receiver.port());
        var sending = RawPeer.greeted(receiver.port())) {
      idle.say("STARTTLS").expect(220).secure(tls.client());
      sending.say("STARTTLS").expect(220).secure(tls.client());
      sending.say("EHLO client.example").expect(250);
      sending.begin("bo").send("Subject: in hand\r\n");
      Thread.sleep(600);
      var stopped =
          CompletableFuture.runAsync(
              () -> {
                try {
                  receiver.server().stop(Duration.ofSeconds(10));
                } catch (Exception failed) {
                  throw new IllegalStateException(failed);
                }
              });
      idle.expect("421 4.3.2");
      sending.send("\r\nend\r\n.\r\n").expect(250).expect("421 4.3.2");
      idle.hangUp();
      sending.hangUp();
      stopped.get(90, java.util.concurrent.TimeUnit.SECONDS);
    }
  }
}
