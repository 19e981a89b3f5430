package postern.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static postern.letters.ComposeFixture.aLetter;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import postern.delivery.Allowance;
import postern.delivery.Gate;
import postern.delivery.GateVerdict;
import postern.kernel.Randomness;
import postern.mail.mime.MessageWriter;
import postern.mail.mime.OutHeader;
import postern.mail.mime.OutPart;

/**
 * Each scrub is disabled in turn: the composer is made to know no address, and the gate must stop
 * what it lets through.
 */
class PlantedLeakTest {
  private static final String HEAD = "From: x <x@elsewhere.example>\nTo: bea@members.test\n";

  static Stream<String> leaks() {
    return Stream.of(
        "Subject: ada@home.example\n\nHello",
        "Subject: =?utf-8?Q?ada=28at=29home.example?=\n\nHello",
        "Subject: x\n\nWrite to ADA@Home.Example.",
        "Subject: x\n\nada(a)home.example",
        "Subject: x\n\nada at home dot example",
        "Subject: x\n\na\u00adda@ho\u200bme.example",
        "Subject: x\n\nａｄａ＠home.example",
        "Subject: x\n\nada%40home.example and more",
        "Subject: x\n\nada&#64;home.example",
        "Subject: x\n\nhttps://t.example/YWRhQGhvbWUuZXhhbXBsZQ/x",
        "Subject: x\n\nhttps://t.example/61646140686f6d652e6578616d706c65",
        "Subject: x\n\nälva@münchen.example",
        "Subject: x\n\nälva@xn--mnchen-3ya.example",
        "Subject: x\n\n-- \nada.lovelace@work.example",
        "Subject: x\nContent-Type: text/html\n\n<p>ada<b>@</b>home.example</p>",
        "Subject: x\n"
            + "Content-Type: text/html\n\n"
            + "<p><a href=\"https://t.example/?u=ada%40home.example\">x</a></p>",
        "Subject: x\nContent-Type: text/html\n\n<pre>ada@home.example</pre>",
        file("text/plain", "a.txt", "Write to ada@home.example"),
        file(
            "application/octet-stream",
            "a.bin",
            "\0a\0d\0a\0@\0h\0o\0m\0e\0.\0e\0x\0a\0m\0p\0l\0e"),
        file("text/html", "a.html", "ada<b>@</b>home.example"));
  }

  @ParameterizedTest
  @MethodSource("leaks")
  void theGateStopsWhatABlindComposerLetsThrough(String came) {
    var blind = aLetter().ignorant().of(HEAD + came);
    assertThat(inspect(blind)).as("blind").isInstanceOf(GateVerdict.Stopped.class);
    var seeing = aLetter().of(HEAD + came);
    assertThat(inspect(seeing)).as("seeing").isInstanceOf(GateVerdict.Passed.class);
  }

  @Test
  void theGateStopsADisplayNameCardsAndMessagesThatABlindComposerLetsThrough() {
    var plain = HEAD + "Subject: x\n\nHello";
    assertThat(inspect(aLetter().ignorant().displayed("ada at home dot example dot").of(plain)))
        .isInstanceOf(GateVerdict.Passed.class);
    for (var type :
        List.of(
            "text/vcard",
            "text/calendar",
            "application/pgp-keys",
            "application/pgp-signature",
            "application/ms-tnef")) {
      var came = HEAD + file(type, "x", "EMAIL:ada@home.example");
      assertThat(inspect(aLetter().ignorant().sharing(ComposeFixture.WORK).of(came)))
          .as(type)
          .isInstanceOf(GateVerdict.Stopped.class);
      assertThat(inspect(aLetter().of(came))).as(type).isInstanceOf(GateVerdict.Passed.class);
    }
    var forwarded = HEAD + "Content-Type: message/rfc822\n\nTo: ada@home.example\n\nHello";
    assertThat(inspect(aLetter().ignorant().sharing(ComposeFixture.WORK).of(forwarded)))
        .isInstanceOf(GateVerdict.Stopped.class);
    assertThat(inspect(aLetter().of(forwarded))).isInstanceOf(GateVerdict.Passed.class);
  }

  @Test
  void theGateStopsWhatAWriterWithoutAComposerCouldLetThrough() {
    for (var header :
        List.of(
            new OutHeader.Text("Reply-To", "ada@home.example"),
            new OutHeader.Machine("Message-ID", "<ada@home.example>"),
            new OutHeader.Machine("X-Mailer", "YWRhQGhvbWUuZXhhbXBsZQ=="),
            new OutHeader.Masked("From", "ada@home.example", ComposeFixture.MASK))) {
      assertThat(inspect(header, new OutPart.Text("plain", "Hello")))
          .as(header.name())
          .isInstanceOf(GateVerdict.Stopped.class);
    }
    var subject = new OutHeader.Text("Subject", "x");
    for (var part :
        List.of(
            new OutPart.Text("plain", "> To: ada@home.example"),
            new OutPart.Text("html", "<!-- ada@home.example -->"),
            new OutPart.Text("html", "<img alt='ada@home.example'>"),
            new OutPart.File(
                "text/plain",
                Optional.of("ada@home.example.txt"),
                Optional.empty(),
                new byte[] {1}),
            new OutPart.File(
                "image/png",
                Optional.empty(),
                Optional.of("p1@members.test"),
                PictureTest.pngWithAuthor("ada@home.example")),
            new OutPart.File(
                "image/jpeg",
                Optional.of("p.jpg"),
                Optional.empty(),
                PictureTest.jpegWithComment("ada@home.example")))) {
      assertThat(inspect(subject, part))
          .as(part.toString())
          .isInstanceOf(GateVerdict.Stopped.class);
    }
  }

  private static GateVerdict inspect(OutHeader header, OutPart part) {
    var message = MessageWriter.with(Randomness.secure()).header(header).write(part);
    return Gate.inspect(
        message.addressedTo(ComposeFixture.READER), ComposeFixture.hidden(), Allowance.NONE);
  }

  private static GateVerdict inspect(Composed composed) {
    var allowance = finishedElected(composed);
    return Gate.inspect(
        ComposeFixture.ready(composed).message().addressedTo(ComposeFixture.READER),
        ComposeFixture.hidden(),
        allowance);
  }

  private static Allowance finishedElected(Composed composed) {
    return ComposeFixture.finished(composed).contains(Allowance.ELECTED_LABEL.strip())
        ? Allowance.ofElected(ComposeFixture.WORK)
        : Allowance.NONE;
  }

  private static String file(String type, String name, String content) {
    var encoded = Base64.getMimeEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
    return "Subject: x\nContent-Type: "
        + type
        + "\nContent-Disposition: attachment; filename=\""
        + name
        + "\"\nContent-Transfer-Encoding: base64\n\n"
        + encoded;
  }
}
