package postern.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static postern.mail.smtp.Receiver.receiver;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Deadlines, counts and the end of the server. */
class SmtpPatienceTest {
  private static final String TEXT = "Subject: hello\r\n\r\nA letter";

  @Test
  void aCommandByteByByteMeetsItsDeadline() throws Exception {
    try (var receiver = receiver().times(t -> Times.command(t, 3_000)).start();
        var peer = RawPeer.greeted(receiver.port())) {
      trickle(peer, 200, 40);
      peer.expect("421 4.4.2").expectClosed();
    }
  }

  @Test
  void aSilentMessageMeetsItsDeadline() throws Exception {
    try (var receiver = receiver().times(t -> Times.silence(t, 2_000)).start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.begin("bo").send(TEXT).expect("421 4.4.2").expectClosed();
      assertThat(receiver.delivered).isEmpty();
    }
  }

  @Test
  void aMessageByteByByteMeetsTheMinimumRate() throws Exception {
    try (var receiver = receiver().times(t -> Times.rate(t, 500, 100)).start();
        var peer = RawPeer.greeted(receiver.port())) {
      trickle(peer.begin("bo"), 50, 30);
      peer.expect("421 4.4.2").expectClosed();
      assertThat(receiver.delivered).isEmpty();
    }
  }

  @Test
  void aSteadyMessageMayTakeLongerThanItsSlowStart() throws Exception {
    try (var receiver = receiver().times(t -> Times.rate(t, 1_500, 500)).start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.begin("bo");
      for (int part = 0; part < 22; part++) {
        peer.send("x".repeat(500) + "\r\n");
        Thread.sleep(100);
      }
      peer.send(".\r\n").expect(250);
    }
  }

  @Test
  void whoDoesNotReadAnswersIsCutOff() throws Exception {
    var standard = Receiver.quick();
    var t = standard.times();
    var impatient =
        new SmtpLimits.Times(
            t.greeting(),
            Duration.ofMillis(500),
            t.handshake(),
            t.silence(),
            t.message(),
            t.slowStart(),
            t.minimumBytesPerSecond(),
            t.decision(),
            Duration.ofMillis(500));
    try (var receiver = receiver().times(_ -> impatient).start();
        var peer = RawPeer.greeted(receiver.port())) {
      var writing =
          CompletableFuture.runAsync(
              () -> {
                try {
                  while (true) {
                    peer.send("NOOP\r\n".repeat(10_000));
                  }
                } catch (IOException cut) {
                  // As it should be.
                }
              });
      writing.get(90, java.util.concurrent.TimeUnit.SECONDS);
      awaitNobody(receiver);
    }
  }

  @Test
  void limitsConnectionsOfAClientButNotOfATrustedHost() throws Exception {
    try (var receiver = receiver().counts(c -> counts(c, 2, 100, 100)).start();
        var first = RawPeer.greeted(receiver.port())) {
      try (var second = RawPeer.greeted(receiver.port());
          var third = new RawPeer(receiver.port())) {
        third.expect("421 4.7.0").expectClosed();
        second.say("QUIT").expect(221);
      }
      awaitConnections(receiver, 1);
      RawPeer.greeted(receiver.port()).close();
      first.say("NOOP").expect(250);
    }
    try (var receiver = receiver().trustingLoopback().counts(c -> counts(c, 1, 1, 1)).start();
        var first = RawPeer.greeted(receiver.port());
        var second = RawPeer.greeted(receiver.port())) {
      first.message("bo", TEXT).expect(250);
      second.message("bo", TEXT).expect(250);
      second.message("bo", TEXT).expect(250);
    }
  }

  @Test
  void limitsWhatAClientDoesInAMinute() throws Exception {
    try (var receiver = receiver().counts(c -> counts(c, 100, 2, 2)).start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.message("bo", TEXT).expect(250);
      peer.message("bo", TEXT).expect(250);
      peer.say("MAIL FROM:<ada@example.org>").expect("450 4.7.1");
      RawPeer.greeted(receiver.port()).close();
      new RawPeer(receiver.port()).expect("421 4.7.0").close();
    }
  }

  @Test
  void forgetsAMinuteAndSeesALineAsOneClient() throws Exception {
    long[] now = {0};
    var limits = new ClientLimits(counts(Receiver.quick().counts(), 3, 2, 2), () -> now[0]);
    var one = InetAddress.ofLiteral("2001:db8:1:2::1");
    var sameLine = InetAddress.ofLiteral("2001:db8:1:2:ffff::9");
    var other = InetAddress.ofLiteral("2001:db8:1:3::1");
    assertThat(limits.enters(one)).isTrue();
    assertThat(limits.enters(sameLine)).isTrue();
    assertThat(limits.enters(one)).isFalse();
    assertThat(limits.enters(other)).isTrue();
    now[0] += Duration.ofSeconds(61).toNanos();
    assertThat(limits.enters(one)).isTrue();
    assertThat(limits.enters(one)).as("three are open").isFalse();
    for (int left = 0; left < 3; left++) {
      limits.leaves(one);
    }
    limits.leaves(other);
    now[0] += Duration.ofSeconds(61).toNanos();
    limits.sweep();
    assertThat(limits.known()).isZero();
  }

  @Test
  void limitsErrorsCommandsAndMessagesOfAConnection() throws Exception {
    try (var receiver =
        receiver().counts(c -> new SmtpLimits.Counts(100, 100, 100, 100, 2, 30, 5, 10)).start()) {
      try (var peer = RawPeer.greeted(receiver.port())) {
        for (int error = 0; error < 5; error++) {
          peer.say("WHAT").expect(500);
        }
        peer.say("WHAT").expect(500).expect("421 4.7.0").expectClosed();
      }
      try (var peer = RawPeer.greeted(receiver.port())) {
        for (int command = 1; command < 30; command++) {
          peer.say("NOOP").expect(250);
        }
        peer.say("NOOP").expect("421 4.7.0").expectClosed();
      }
      try (var peer = RawPeer.greeted(receiver.port())) {
        peer.message("bo", TEXT).expect(250);
        peer.message("bo", TEXT).expect(250);
        peer.say("MAIL FROM:<ada@example.org>").expect("421 4.7.0").expectClosed();
      }
    }
  }

  @Test
  void limitsConnectionsOfEverybody() throws Exception {
    try (var receiver =
            receiver()
                .trustingLoopback()
                .counts(c -> new SmtpLimits.Counts(1, 100, 100, 100, 100, 100, 10, 10))
                .start();
        var first = RawPeer.greeted(receiver.port());
        var second = new RawPeer(receiver.port())) {
      second.expect("421 4.3.2").expectClosed();
      first.say("NOOP").expect(250);
    }
  }

  @Test
  void onStopFinishesTheMessageInHandAndTellsTheIdle() throws Exception {
    try (var receiver = receiver().start();
        var idle = RawPeer.greeted(receiver.port());
        var sending = RawPeer.greeted(receiver.port())) {
      sending.begin("bo").send("Subject: in hand\r\n");
      var stopped = stopLater(receiver, Duration.ofSeconds(10));
      idle.expect("421 4.3.2").expectClosed();
      Thread.sleep(600);
      assertThat(stopped).isNotDone();
      sending.send("\r\nend\r\n.\r\n").expect(250).expect("421 4.3.2").expectClosed();
      idle.hangUp();
      sending.hangUp();
      stopped.get(90, java.util.concurrent.TimeUnit.SECONDS);
      assertThat(receiver.delivered).hasSize(1);
      org.assertj.core.api.Assertions.assertThatThrownBy(() -> new RawPeer(receiver.port()))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void onStopWaitsForADecision() throws Exception {
    var deciding = new CountDownLatch(1);
    var decide = new CountDownLatch(1);
    try (var receiver =
            receiver()
                .answering(
                    (_, _) -> {
                      deciding.countDown();
                      try {
                        decide.await();
                      } catch (InterruptedException cut) {
                        return Reply.tryLater();
                      }
                      return Reply.accepted();
                    })
                .start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.message("bo", TEXT);
      deciding.await();
      var stopped = stopLater(receiver, Duration.ofSeconds(10));
      Thread.sleep(500);
      decide.countDown();
      peer.expect(250).expect("421 4.3.2");
      peer.hangUp();
      stopped.get(90, java.util.concurrent.TimeUnit.SECONDS);
    }
  }

  @Test
  void onStopCutsWhatDoesNotEndWithinTheGrace() throws Exception {
    try (var receiver = receiver().start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.begin("bo").send("Subject: never\r\n");
      receiver.server().stop(Duration.ofMillis(300));
      peer.expectClosed();
      assertThat(receiver.delivered).isEmpty();
      assertThat(receiver.server().connections()).isZero();
    }
  }

  private static CompletableFuture<Void> stopLater(Receiver receiver, Duration grace) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            receiver.server().stop(grace);
          } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
          }
        });
  }

  private static void trickle(RawPeer peer, int millis, int bytes) throws InterruptedException {
    try {
      for (int count = 0; count < bytes; count++) {
        peer.send("x");
        Thread.sleep(millis);
      }
    } catch (IOException closed) {
      // The answer is read by the test.
    }
  }

  private static void awaitNobody(Receiver receiver) throws InterruptedException {
    awaitConnections(receiver, 0);
  }

  private static void awaitConnections(Receiver receiver, int count) throws InterruptedException {
    for (int wait = 0; wait < 300 && receiver.server().connections() > count; wait++) {
      Thread.sleep(20);
    }
    assertThat(receiver.server().connections()).isEqualTo(count);
  }

  private static SmtpLimits.Counts counts(
      SmtpLimits.Counts c, int open, int connectionsPerMinute, int messagesPerMinute) {
    return new SmtpLimits.Counts(
        c.connections(),
        open,
        connectionsPerMinute,
        messagesPerMinute,
        c.connectionMessages(),
        c.connectionCommands(),
        c.connectionErrors(),
        c.recipients());
  }
}
