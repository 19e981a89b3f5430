package postern.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static postern.mail.smtp.Receiver.receiver;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import postern.kernel.EmailAddress;
import postern.mail.smtp.RelayHost.Security;
import postern.mail.smtp.Sent.Cause;
import postern.mail.smtp.Sent.Unreachable;

class SmtpClientTest {
  private static final EmailAddress BO = EmailAddress.parse("bo@members.example").orElseThrow();
  private static final String BOUNCE = "bounce.abcdefgh@members.example";
  private static final byte[] TEXT = bytes("Subject: hello\r\n\r\nA letter\r\n");

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static RelayHost host(int port) {
    return host(port, Security.AUTOMATIC, Optional.empty(), Optional.empty());
  }

  private static RelayHost host(
      int port, Security security, Optional<Credentials> credentials, Optional<TestTls> tls) {
    return new RelayHost(
        "localhost",
        port,
        security,
        credentials,
        "members.example",
        2,
        new RelayHost.Times(
            Duration.ofSeconds(20),
            Duration.ofSeconds(3),
            Duration.ofSeconds(20),
            Duration.ofSeconds(30),
            Duration.ofSeconds(20)),
        tls.map(TestTls::client));
  }

  @Test
  void changesNoByte() throws Exception {
    var random = new Random(6409);
    try (var receiver = receiver().start();
        var client = new SmtpClient(host(receiver.port()))) {
      for (int round = 0; round < 300; round++) {
        var message = new StringBuilder("Subject: " + round + "\r\n\r\n");
        for (int line = random.nextInt(10); line >= 0; line--) {
          message.append(".".repeat(random.nextInt(3))).append("\u00e9".repeat(random.nextInt(2)));
          message.append(random.nextInt(3) == 0 ? "" : " x ").append("\r\n");
        }
        assertThat(client.send(BOUNCE, BO, bytes(message.toString())))
            .isInstanceOf(Sent.Accepted.class);
        var delivered = receiver.delivered.get(round);
        assertThat(delivered.text()).isEqualTo(message.toString());
        assertThat(delivered.envelope().from().address()).isEqualTo(EmailAddress.parse(BOUNCE));
      }
      assertThat(client.send("", BO, TEXT)).isInstanceOf(Sent.Accepted.class);
      assertThat(receiver.delivered.getLast().envelope().from().isNull()).isTrue();
    }
  }

  @Test
  void endsTheLastLineWhereTheMessageDoesNot() throws Exception {
    try (var receiver = receiver().start();
        var client = new SmtpClient(host(receiver.port()))) {
      assertThat(client.send(BOUNCE, BO, bytes("A: b\r\n\r\nend")))
          .isInstanceOf(Sent.Accepted.class);
      assertThat(receiver.delivered.getFirst().text()).isEqualTo("A: b\r\n\r\nend\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\nb\r\n", "a\rb\r\n", "\n", "a\r", "a\u0000\r\n", "a\r\r\n", "a\n.\r\n"})
  void refusesWhatSmtpCannotCarry(String message) {
    try (var client = new SmtpClient(host(25))) {
      assertThatThrownBy(() -> client.send(BOUNCE, BO, bytes(message)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@b\r\nRCPT TO:<c@d>", "a b@c", "<a@b>", "a", "a@b> SIZE=1"})
  void refusesAReturnPathThatIsNone(String returnPath) {
    try (var client = new SmtpClient(host(25))) {
      assertThatThrownBy(() -> client.send(returnPath, BO, TEXT))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a return path is an address of our own, or empty");
    }
  }

  @Test
  void reusesItsConnections() throws Exception {
    try (var receiver =
            receiver().counts(c -> new SmtpLimits.Counts(9, 9, 2, 999, 999, 999, 9, 9)).start();
        var client = new SmtpClient(host(receiver.port()))) {
      for (int message = 0; message < 20; message++) {
        assertThat(client.send(BOUNCE, BO, TEXT)).isInstanceOf(Sent.Accepted.class);
      }
      assertThat(receiver.delivered).hasSize(20);
    }
  }

  @Test
  void opensAnotherConnectionWhenAnIdleOneIsGone() throws Exception {
    try (var receiver = receiver().times(t -> Times.command(t, 1_500)).start();
        var client = new SmtpClient(host(receiver.port()))) {
      assertThat(client.send(BOUNCE, BO, TEXT)).isInstanceOf(Sent.Accepted.class);
      Thread.sleep(2_200);
      assertThat(client.send(BOUNCE, BO, TEXT)).isInstanceOf(Sent.Accepted.class);
    }
  }

  @Test
  void usesNoMoreConnectionsThanItMay() throws Exception {
    var inside = new CountDownLatch(2);
    var decide = new CountDownLatch(1);
    try (var receiver =
            receiver()
                .answering(
                    (_, _) -> {
                      inside.countDown();
                      try {
                        decide.await();
                      } catch (InterruptedException late) {
                        return Reply.tryLater();
                      }
                      return Reply.accepted();
                    })
                .start();
        var client = new SmtpClient(host(receiver.port()));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> client.send(BOUNCE, BO, TEXT));
      var second = threads.submit(() -> client.send(BOUNCE, BO, TEXT));
      inside.await();
      assertThat(client.send(BOUNCE, BO, TEXT)).isEqualTo(new Unreachable(Cause.BUSY));
      decide.countDown();
      assertThat(first.get()).isInstanceOf(Sent.Accepted.class);
      assertThat(second.get()).isInstanceOf(Sent.Accepted.class);
    }
  }

  @Test
  void tellsWhatWasRefusedAndHidesTheWords() throws Exception {
    var full = new Reply(452, "4.2.2", "The mailbox bo@members.example is full");
    try (var receiver =
            receiver()
                .judging(
                    mailbox ->
                        mailbox.equals("bo")
                            ? new Verdict.Accept()
                            : new Verdict.Refuse(Reply.noSuchMailbox()))
                .answering((_, _) -> full)
                .start();
        var client = new SmtpClient(host(receiver.port()))) {
      var deferred = (Sent.Deferred) client.send(BOUNCE, BO, TEXT);
      assertThat(deferred.answer().code()).isEqualTo(452);
      assertThat(deferred.answer().enhanced()).contains("4.2.2");
      assertThat(deferred.answer().stage()).isEqualTo(PeerAnswer.Stage.MESSAGE);
      assertThat(deferred.answer().safeWords()).contains("is full");
      assertThat(deferred.toString()).doesNotContain("full").contains("452");

      var nobody = EmailAddress.parse("nobody@members.example").orElseThrow();
      var rejected = (Sent.Rejected) client.send(BOUNCE, nobody, TEXT);
      assertThat(rejected.answer().code()).isEqualTo(550);
      assertThat(rejected.answer().stage()).isEqualTo(PeerAnswer.Stage.RECIPIENT);
      assertThat(receiver.delivered).isEmpty();
      assertThat(client.send(BOUNCE, BO, TEXT)).isInstanceOf(Sent.Deferred.class);
    }
  }

  @Test
  void sendsOverVerifiedTls(@TempDir Path folder) throws Exception {
    var tls = TestTls.forHost(folder, "localhost");
    var other = TestTls.forHost(folder, "other.example");
    try (var receiver = receiver().tls(tls.server()).start();
        var client = client(receiver.port(), Security.STARTTLS, Optional.of(tls));
        var distrustful = client(receiver.port(), Security.STARTTLS, Optional.of(other));
        var unprepared = client(receiver.port(), Security.STARTTLS, Optional.empty())) {
      assertThat(client.send(BOUNCE, BO, TEXT)).isInstanceOf(Sent.Accepted.class);
      assertThat(receiver.delivered.getFirst().envelope().session().tls()).isTrue();
      assertThat(distrustful.send(BOUNCE, BO, TEXT)).isEqualTo(new Unreachable(Cause.TLS));
      assertThat(unprepared.send(BOUNCE, BO, TEXT)).isEqualTo(new Unreachable(Cause.TLS));
    }
    try (var receiver = receiver().tls(other.server()).start();
        var client = client(receiver.port(), Security.STARTTLS, Optional.of(other))) {
      assertThat(client.send(BOUNCE, BO, TEXT))
          .as("a certificate for another host")
          .isEqualTo(new Unreachable(Cause.TLS));
    }
    try (var receiver = receiver().start();
        var client = client(receiver.port(), Security.STARTTLS, Optional.of(tls))) {
      assertThat(client.send(BOUNCE, BO, TEXT)).isEqualTo(new Unreachable(Cause.TLS));
      assertThat(receiver.asked).isEmpty();
    }
  }

  private static SmtpClient client(int port, Security security, Optional<TestTls> tls) {
    return new SmtpClient(host(port, security, Optional.empty(), tls));
  }

  @Test
  void signsIn() throws Exception {
    var credentials = Optional.of(new Credentials("forum", "a secret"));
    try (var relay =
            ScriptedRelay.saying(
                "220 hello",
                "250-relay\r\n250 AUTH LOGIN PLAIN",
                "235 ok",
                "250 ok",
                "250 ok",
                "354 go",
                "250 2.0.0 kept as 7",
                "221 bye");
        var client =
            new SmtpClient(host(relay.port(), Security.AUTOMATIC, credentials, Optional.empty()))) {
      assertThat(client.send(BOUNCE, BO, TEXT)).isInstanceOf(Sent.Accepted.class);
      assertThat(relay.heard())
          .contains(
              "EHLO members.example",
              "AUTH PLAIN AGZvcnVtAGEgc2VjcmV0",
              "MAIL FROM:<" + BOUNCE + ">",
              "RCPT TO:<bo@members.example>");
    }
    try (var relay =
            ScriptedRelay.saying(
                "220 hello",
                "250-relay\r\n250 AUTH LOGIN",
                "334 VXNlcm5hbWU6",
                "334 UGFzc3dvcmQ6",
                "535 5.7.8 no");
        var client =
            new SmtpClient(host(relay.port(), Security.AUTOMATIC, credentials, Optional.empty()))) {
      assertThat(client.send(BOUNCE, BO, TEXT)).isEqualTo(new Unreachable(Cause.CREDENTIALS));
      assertThat(relay.heard()).contains("Zm9ydW0=", "YSBzZWNyZXQ=");
    }
    assertThat(credentials.get().toString()).isEqualTo("Credentials[hidden]");
  }

  @Test
  void saysWhyThereWasNoAnswer() throws Exception {
    assertThat(outcome("554 5.3.2 not now")).isEqualTo(new Unreachable(Cause.REFUSED));
    assertThat(outcome("hello")).isEqualTo(new Unreachable(Cause.PROTOCOL));
    assertThat(outcome("220 hello\nbare")).isEqualTo(new Unreachable(Cause.PROTOCOL));
    assertThat(outcome("220 hello")).isEqualTo(new Unreachable(Cause.TIMEOUT));
    assertThat(outcome("220 hello", "250 relay", "530 5.7.0 sign in"))
        .isEqualTo(new Unreachable(Cause.CREDENTIALS));
    assertThat(outcome("220 hello", "250 relay", "250 ok", "250 ok", "250 what"))
        .isEqualTo(new Unreachable(Cause.PROTOCOL));
    assertThat(outcome("220 hello", "250 relay", "250 ok", "250 ok", "354 go", "CLOSE"))
        .isEqualTo(new Unreachable(Cause.BROKEN));
    // Bound, so that nobody else can take the port meanwhile, and not listening.
    try (var silent = new Socket()) {
      silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      assertThat(new SmtpClient(host(silent.getLocalPort())).send(BOUNCE, BO, TEXT))
          .isEqualTo(new Unreachable(Cause.NO_CONNECTION));
    }
  }

  @Test
  void sendsNothingThatTheHostDoesNotKnow() throws Exception {
    try (var relay = ScriptedRelay.saying("220 hello", "250 relay");
        var client = new SmtpClient(host(relay.port()))) {
      assertThat(client.send(BOUNCE, BO, bytes("A: \u00e9\r\n\r\n")))
          .isEqualTo(new Unreachable(Cause.NOT_OFFERED));
      assertThat(relay.heard()).noneMatch(line -> line.startsWith("MAIL"));
    }
  }

  private static Sent outcome(String... lines) throws Exception {
    try (var relay = ScriptedRelay.saying(lines);
        var client = new SmtpClient(host(relay.port()))) {
      return client.send(BOUNCE, BO, TEXT);
    }
  }
}
