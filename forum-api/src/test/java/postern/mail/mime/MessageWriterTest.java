package postern.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import postern.kernel.MaskedAddress;
import postern.kernel.Randomness;
import postern.kernel.Username;

class MessageWriterTest {
  private static final MaskedAddress MASK =
      new MaskedAddress(new Username("ada"), "abcdefghijklmnop", "members.test");
  private final byte[] counter = {0};
  private final Randomness counting =
      count -> {
        counter[0]++;
        var bytes = new byte[count];
        java.util.Arrays.fill(bytes, counter[0]);
        return bytes;
      };

  @Test
  void writesWhatTheReaderReadsBack() {
    var long_ =
        "Ein langer Betreff mit Grüßen, der gewiss nicht in eine einzige Zeile von 76 Zeichen passt"
            + " 🌱";
    var name = "Übersicht der sehr langen Namen von Dateien, die niemand so nennen sollte.pdf";
    var message =
        read(
            MessageWriter.with(counting)
                .header(new OutHeader.Masked("From", "Ada \"die\" Größte", MASK))
                .header(new OutHeader.Text("Subject", long_))
                .write(
                    OutPart.mixed(
                        List.of(
                            OutPart.alternative(
                                new OutPart.Text(
                                    "plain", "Grüße\n-- \nFrom here\n.\n" + "x".repeat(2000)),
                                new OutPart.Text("html", "<p>Grüße</p>")),
                            new OutPart.File(
                                "application/pdf",
                                Optional.of(name),
                                Optional.empty(),
                                new byte[] {0, 1, (byte) 200})))));
    assertThat(message.subject()).isEqualTo(long_);
    assertThat(message.author().orElseThrow().name()).isEqualTo("Ada \"die\" Größte");
    var parts = ((Multi) message.root()).parts();
    assertThat(((Leaf) ((Multi) parts.getFirst()).parts().getFirst()).text())
        .isEqualTo("Grüße\n-- \nFrom here\n.\n" + "x".repeat(2000));
    assertThat(((Leaf) parts.getLast()).fileName()).contains(name);
    assertThat(((Leaf) parts.getLast()).bytes()).containsExactly(0, 1, 200);
  }

  @Test
  void writesAsciiLinesThatNoHostNeedsToTouch() {
    var bytes =
        MessageWriter.with(counting)
            .header(new OutHeader.Text("Subject", "ü".repeat(300) + " " + "a ".repeat(100)))
            .write(new OutPart.Text("plain", "ä".repeat(3000) + "\n" + "y".repeat(3000) + "\n "))
            .stored();
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertThat(text.chars().allMatch(c -> c < 127)).isTrue();
    assertThat(text.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
    assertThat(text.split("\r\n"))
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(78));
  }

  @Test
  void letsNobodysTextBecomeAHeader() {
    var message =
        read(
            MessageWriter.with(counting)
                .header(new OutHeader.Masked("From", "Ada\r\nBcc: x@y.example", MASK))
                .header(new OutHeader.Text("Subject", "Hi\r\nBcc: x@y.example\u2028\u0000"))
                .write(new OutPart.Text("plain", "x")));
    assertThat(message.headers("Bcc")).isEmpty();
    assertThat(message.headers()).hasSize(5);
    assertThatThrownBy(() -> new OutHeader.Machine("Message-ID", "<a@b>\r\nBcc: x@y.example"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new OutHeader.Text("X: y\r\nBcc", "z"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new OutHeader.Text("To", "z"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void addsTheReaderOnlyWhenItIsSent() {
    var message =
        MessageWriter.with(counting)
            .header(new OutHeader.Masked("From", "ada", MASK))
            .header(new OutHeader.Text("Subject", "s"))
            .write(new OutPart.Text("plain", "x"));
    assertThat(new String(message.stored(), StandardCharsets.US_ASCII)).doesNotContain("To:");
    var sent =
        new String(
            OutboundMessage.ofStored(message.stored()).addressedTo("bea@there.example"),
            StandardCharsets.US_ASCII);
    assertThat(sent)
        .startsWith(
            "From: \"ada\" <ada.abcdefghijklmnop@members.test>\r\n"
                + "To: <bea@there.example>\r\n"
                + "Subject: s\r\n");
    assertThatThrownBy(() -> message.addressedTo("bea@there.example\r\nBcc: x@y.example"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> message.addressedTo("bea@there.example\n"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void drawsADifferentBoundaryForEachMultipart() {
    var inner = OutPart.alternative(new OutPart.Text("plain", "x"), new OutPart.Text("html", "x"));
    var message = read(MessageWriter.with(counting).write(OutPart.mixed(List.of(inner))));
    var outer = message.root().mediaType().parameter("boundary").orElseThrow();
    assertThat(
            ((Multi) message.root())
                .parts()
                .getFirst()
                .mediaType()
                .parameter("boundary")
                .orElseThrow())
        .isNotEqualTo(outer);
  }

  private static InboundMessage read(OutboundMessage message) {
    return ((MessageRead.Read) MessageReader.read(message.stored(), MimeLimits.DEFAULT)).message();
  }
}
