package postern.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static postern.mail.smtp.Receiver.receiver;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of a message, against forged ends, against a reference model, and against its limits. */
class SmtpDataTest {
  private static final String END = "\r\n.\r\n";

  /** Each would end the message for some server that real mail has met. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n.\n",
        "\n.\r\n",
        "\r\n.\n",
        "\r.\r",
        "\r.\r\n",
        "\r\n.\r",
        "\n.\r",
        "\r\r\n.\r\r\n",
        "\r\n.\r\r\n",
        "\r\n\u0000.\r\n",
        "\r\n.\u0000\r\n",
        "\r\n.\r\u0000\n",
        "\n\n.\n\n",
        "\r.\n",
      })
  void endsAMessageAtTheStrictEndOnly(String forgedEnd) throws Exception {
    var smuggled =
        "MAIL FROM:<>\r\nRCPT TO:<cy@members.example>\r\nDATA\r\nSubject: forged\r\n\r\nforged";
    try (var receiver = receiver().start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.begin("bo").send("Subject: one\r\n\r\none" + forgedEnd + smuggled + END);
      peer.expect("550 5.6.11");
      peer.say("NOOP").expect("250 2.0.0");
      assertThat(receiver.delivered).isEmpty();
    }
  }

  @Test
  void takesAnEmptyMessage() throws Exception {
    try (var receiver = receiver().start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.begin("bo").send(".\r\n").expect(250);
      assertThat(receiver.delivered.getFirst().message()).isEmpty();
    }
  }

  /** The definition, read from RFC 5321 as plainly as can be. */
  private record Expected(boolean bare, byte[] message, int length) {
    static Optional<Expected> of(byte[] sent) {
      var stream = "\r\n" + new String(sent, StandardCharsets.ISO_8859_1);
      int end = stream.indexOf(END);
      if (end < 0) {
        return Optional.empty();
      }
      var body = stream.substring(0, end + 2);
      var bare = body.replace("\r\n", "").matches("(?s).*[\r\n\0].*");
      var message = body.replace("\r\n.", "\r\n").substring(2);
      return Optional.of(
          new Expected(
              bare, message.getBytes(StandardCharsets.ISO_8859_1), end + END.length() - 2));
    }
  }

  @Test
  void agreesWithTheReferenceInEverySplit(@TempDir Path folder) throws Exception {
    var random = new Random(5321);
    var sizes = Receiver.quick().sizes();
    int ended = 0;
    int refused = 0;
    for (int round = 0; round < 20_000; round++) {
      byte[] sent = body(random);
      try (var spool = new Spool(folder, 16)) {
        var parser = new DataParser(sizes, spool);
        int at = 0;
        while (at < sent.length && !parser.ended()) {
          int to = Math.min(sent.length, at + 1 + random.nextInt(7));
          at = parser.read(sent, at, to);
        }
        var expected = Expected.of(sent);
        assertThat(parser.ended()).isEqualTo(expected.isPresent());
        if (expected.isPresent()) {
          ended++;
          refused += expected.get().bare() ? 1 : 0;
          assertThat(at).isEqualTo(expected.get().length());
          assertThat(parser.refusal()).isEqualTo(expected.get().bare() ? Answers.BARE_BYTES : null);
          if (!expected.get().bare()) {
            assertThat(spool.bytes()).isEqualTo(expected.get().message());
          }
        }
      }
    }
    assertThat(ended).isGreaterThan(4_000);
    assertThat(refused).isBetween(1_000, ended - 1_000);
  }

  @Test
  void agreesWithTheReferenceOnTheWire() throws Exception {
    var random = new Random(2033);
    try (var receiver = receiver().start();
        var peer = RawPeer.greeted(receiver.port())) {
      int taken = 0;
      for (int round = 0; round < 2_000; round++) {
        byte[] sent = endedBody(random);
        var expected = Expected.of(sent).orElseThrow();
        peer.begin("bo");
        for (int at = 0; at < sent.length; ) {
          int to = Math.min(sent.length, at + 1 + random.nextInt(40));
          peer.send(java.util.Arrays.copyOfRange(sent, at, to));
          at = to;
        }
        peer.expect(expected.bare() ? "550 5.6.11" : "250 2.0.0");
        if (!expected.bare()) {
          assertThat(receiver.delivered.get(taken++).message()).isEqualTo(expected.message());
        }
      }
      assertThat(receiver.delivered).hasSize(taken).hasSizeGreaterThan(500);
    }
  }

  /** Short, and made of what matters. */
  private static byte[] body(Random random) {
    var parts =
        new String[] {
          "\r\n", "\r\n", "\r\n", "\r\n", "\r\n", ".", ".", ".", "a", "b", "\r", "\n", "\0"
        };
    int rare = random.nextBoolean() ? parts.length : parts.length - 3;
    var body = new ByteArrayOutputStream();
    for (int count = random.nextInt(40); count >= 0; count--) {
      body.writeBytes(parts[random.nextInt(rare)].getBytes(StandardCharsets.ISO_8859_1));
    }
    return body.toByteArray();
  }

  /** One whole message, up to its first strict end. */
  private static byte[] endedBody(Random random) {
    var body = new ByteArrayOutputStream();
    body.writeBytes(body(random));
    body.writeBytes(END.getBytes(StandardCharsets.ISO_8859_1));
    byte[] bytes = body.toByteArray();
    return java.util.Arrays.copyOf(bytes, Expected.of(bytes).orElseThrow().length());
  }

  @Test
  void drainsAMessageThatIsTooLargeAndGoesOn() throws Exception {
    try (var receiver = receiver().sizes(s -> sizes(s, 10_000, 1_000_000, 1_000)).start();
        var peer = RawPeer.greeted(receiver.port())) {
      var line = "x".repeat(98) + "\r\n";
      peer.message("bo", (line.repeat(99) + "x".repeat(98))).expect(250);
      peer.message("bo", (line.repeat(100) + "x")).expect("552 5.3.4");
      peer.message("bo", line.repeat(5_000)).expect("552 5.3.4");
      peer.message("cy", "small").expect(250);
      assertThat(receiver.delivered).hasSize(2);
    }
  }

  @Test
  void cutsAMessageWithoutEnd() throws Exception {
    try (var receiver = receiver().sizes(s -> sizes(s, 10_000, 100_000, 1_000)).start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.begin("bo").send("x\r\n".repeat(40_000));
      peer.expect("552 5.3.4").expectClosed();
      assertThat(receiver.delivered).isEmpty();
    }
  }

  @Test
  void limitsLinesAndHeaders() throws Exception {
    try (var receiver =
            receiver()
                .sizes(
                    s -> new SmtpLimits.Sizes(2_048, 1_000_000, 2_000_000, 1_000, 1_000, 5_000, 20))
                .start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.message("bo", "A: b\r\n\r\n" + "x".repeat(998)).expect(250);
      peer.message("bo", "A: b\r\n\r\n" + "x".repeat(999)).expect("554 5.6.0");
      peer.message("bo", "A: b\r\n".repeat(20) + "\r\n" + "A: b\r\n".repeat(50)).expect(250);
      peer.message("bo", "A: b\r\n".repeat(21) + "\r\nx").expect("554 5.6.0");
      peer.message("bo", "A: b\r\n" + " folded\r\n".repeat(100) + "\r\nx").expect(250);
      peer.message("bo", ("A: " + "x".repeat(900) + "\r\n").repeat(6) + "\r\nx")
          .expect("554 5.6.0");
      assertThat(receiver.delivered).hasSize(3);
    }
  }

  @Test
  void holdsALargeMessageInAFileThatNobodyElseCanOpen(@TempDir Path folder) throws Exception {
    var text = "0123456789abcdef".repeat(50).concat("\r\n").repeat(100).stripTrailing();
    try (var receiver =
            receiver()
                .spool(folder)
                .sizes(s -> sizes(s, 1_000_000, 2_000_000, 1_000))
                .answering(
                    (_, message) -> {
                      // Read twice, and already without a name.
                      assertThat(Receiver.read(message)).hasSize((int) message.size());
                      assertThat(folder).isEmptyDirectory();
                      return Reply.accepted();
                    })
                .start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.message("bo", text).expect(250);
      assertThat(receiver.delivered.getFirst().text()).isEqualTo(text + "\r\n");
      peer.begin("bo").send(text);
      peer.cutOff();
      assertThat(folder).isEmptyDirectory();
    }
  }

  @Test
  void answersOutOfSpaceWhenTheSpoolCannotBeWritten(@TempDir Path folder) throws Exception {
    var spool = folder.resolve("spool");
    try (var receiver =
            receiver().spool(spool).sizes(s -> sizes(s, 1_000_000, 2_000_000, 100)).start();
        var peer = RawPeer.greeted(receiver.port())) {
      Files.delete(spool);
      peer.message("bo", "x".repeat(500)).expect("452 4.3.1");
      peer.message("bo", "small").expect(250);
      assertThat(receiver.delivered).hasSize(1);
    }
  }

  @Test
  void aMessageCannotBeReadAfterItsDecision(@TempDir Path folder) throws Exception {
    var kept = new Content[2];
    try (var receiver =
            receiver()
                .spool(folder)
                .sizes(s -> sizes(s, 1_000_000, 2_000_000, 100))
                .answering(
                    (envelope, message) -> {
                      kept[envelope.mailbox().equals("bo") ? 0 : 1] = message;
                      return Reply.accepted();
                    })
                .start();
        var peer = RawPeer.greeted(receiver.port())) {
      peer.message("bo", "small").expect(250);
      peer.message("cy", "x".repeat(500)).expect(250);
      peer.say("NOOP").expect(250);
      for (var content : kept) {
        org.assertj.core.api.Assertions.assertThatThrownBy(content::bytes)
            .isInstanceOf(java.io.IOException.class);
      }
    }
  }

  private static SmtpLimits.Sizes sizes(
      SmtpLimits.Sizes sizes, long message, long absolute, int memory) {
    return new SmtpLimits.Sizes(
        sizes.commandBytes(),
        message,
        absolute,
        memory,
        sizes.lineBytes(),
        sizes.headerBytes(),
        sizes.headerFields());
  }
}
