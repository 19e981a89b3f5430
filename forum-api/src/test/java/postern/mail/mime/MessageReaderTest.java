package postern.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import postern.kernel.EmailAddress;

class MessageReaderTest {
  @Test
  void readsHeadersInOrderUnfoldedAndDecoded() {
    var message =
        read(
            """
            Received: by one.example
            received: by two.example
            Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=
             =?UTF-8?B?IGF1cw==?= Ulm

            Hello
            """);
    assertThat(message.headers("Received"))
        .extracting(HeaderField::raw)
        .containsExactly("by one.example", "by two.example");
    assertThat(message.subject()).isEqualTo("Grüße aus Ulm");
    assertThat(((Leaf) message.root()).text()).isEqualTo("Hello\n");
  }

  @Test
  void joinsALetterThatWasSplitOverTwoEncodedWords() {
    assertThat(read("Subject: =?utf-8?B?w?= =?utf-8?Q?=C3?=\n =?utf-8?Q?=BC?=\n\n").subject())
        .endsWith("ü");
  }

  @Test
  void keepsAnEncodedWordInAnUnknownCharset() {
    assertThat(read("Subject: =?NONE?B?VEVTVA=?=\n\n").subject()).isEqualTo("=?NONE?B?VEVTVA=?=");
  }

  @Test
  void guessesRawHeadersAsUtf8ThenAsWestern() {
    assertThat(read("Subject: Grüße\n\n".getBytes(StandardCharsets.UTF_8)).subject())
        .isEqualTo("Grüße");
    assertThat(read("Subject: Grüße\n\n".getBytes(StandardCharsets.ISO_8859_1)).subject())
        .isEqualTo("Grüße");
  }

  @Test
  void hasAnAuthorOnlyWhereOneFromFieldHoldsOneMailbox() {
    assertThat(read("From: Ada <ada@home.example>\n\n").author().orElseThrow().address())
        .isEqualTo(address("ada@home.example"));
    assertThat(read("From: ada@home.example\nFrom: bea@home.example\n\n").author()).isEmpty();
    assertThat(read("From: ada@home.example, bea@home.example\n\n").author()).isEmpty();
    assertThat(read("From: ada@home.example, (nobody) <broken>\n\n").author()).isEmpty();
    assertThat(read("Subject: none\n\n").author()).isEmpty();
  }

  @Test
  void takesAnAddressInAnEncodedWordForANameOnly() {
    var author =
        read("From: =?utf-8?Q?bea=40home.example?= <ada@home.example>\n\n").author().orElseThrow();
    assertThat(author.address()).isEqualTo(address("ada@home.example"));
    assertThat(author.name()).isEqualTo("bea@home.example");
  }

  @Test
  void readsGroupsCommentsRoutesAndQuotes() {
    var message =
        read(
            "To: Friends: \"Last, First\" <one@a.example>, <@relay.example:two@b.example> ;,"
                + " three@c.example (Three (3))\n\n");
    assertThat(message.to())
        .extracting(Mailbox::address)
        .containsExactly(
            address("one@a.example"), address("two@b.example"), address("three@c.example"));
    assertThat(message.to())
        .extracting(Mailbox::name)
        .containsExactly("Last, First", "", "Three (3)");
  }

  @Test
  void readsDatesOfManyPrograms() {
    assertThat(read("Date: Fri, 1 Mar 2030 13:04:05 +0100\n\n").date())
        .contains(Instant.parse("2030-03-01T12:04:05Z"));
    assertThat(read("Date: 1-Mar-99 1:04 EST (winter)\n\n").date())
        .contains(Instant.parse("1999-03-01T06:04:00Z"));
    assertThat(read("Date: Fri, 31 Feb 2030 13:04:05 +0100\n\n").date()).isEmpty();
    assertThat(read("Date: yesterday\n\n").date()).isEmpty();
  }

  @Test
  void readsATreeWithFilesPicturesAndEnclosedMessages() {
    var message =
        read(
            """
            Content-Type: multipart/mixed; boundary="a"

            preamble
            --a
            Content-Type: multipart/alternative; boundary=a-inner

            --a-inner
            Content-Type: text/plain; charset=iso-8859-1
            Content-Transfer-Encoding: quoted-printable

            Gr=FC=DFe=20
            --a-inner
            Content-Type: text/html

            <p>Hi</p>
            --a-inner--
            --a
            Content-Type: application/pdf
            Content-Disposition: attachment; filename*0*=utf-8''%C3%9Cber; filename*1="sicht.pdf"
            Content-Transfer-Encoding: base64

            AAEC*junk*
            Aw==
            --a
            Content-Type: message/rfc822

            Subject: within

            text
            --a--
            epilogue
            """);
    var parts = ((Multi) message.root()).parts();
    assertThat(((Leaf) ((Multi) parts.get(0)).parts().get(0)).text()).isEqualTo("Grüße ");
    var file = (Leaf) parts.get(1);
    assertThat(file.fileName()).contains("Übersicht.pdf");
    assertThat(file.bytes()).startsWith(0, 1, 2);
    assertThat(((Enclosed) parts.get(2)).message().subject()).isEqualTo("within");
  }

  @Test
  void readsTextWhoseCharsetIsALie() {
    assertThat(body("text/plain; charset=us-ascii", "Grüße".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("Grüße");
    assertThat(body("text/plain; charset=iso-8859-1", "Grüße".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("Grüße");
    assertThat(body("text/plain; charset=utf-8", "Grüße".getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo("Grüße");
    assertThat(body("text/plain; charset=no-such", "Grüße".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("Grüße");
    assertThat(body("text/plain; charset=gb2312", "联通".getBytes(Charset.forName("GBK"))))
        .isEqualTo("联通");
    assertThat(
            body(
                "text/plain; charset=utf-7",
                "ada+AEA-home.example".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("ada@home.example");
    assertThat(
            body(
                "text/plain; charset=utf-16le",
                "ada@home.example".getBytes(StandardCharsets.UTF_16LE)))
        .isEqualTo("ada@home.example");
  }

  @Test
  void readsBrokenTransferEncodingsAsFarAsTheyGo() {
    assertThat(decoded("base64", "SGVs\nbG8=!!")).isEqualTo("Hello");
    assertThat(decoded("base64", "SGVsbG8=SGVsbG8=")).isEqualTo("HelloHello");
    assertThat(decoded("quoted-printable", "a=3Db=\nc=ZZ  \n=")).isEqualTo("a=bc=ZZ\n");
    assertThat(decoded("7-bit;", "plain")).isEqualTo("plain");
    assertThat(decoded("x-uuencode", "begin 644 f\n%2&5L;&\\\n`\nend\n")).isEqualTo("Hello");
    assertThat(decoded("x-uuencode", "no beginning")).isEqualTo("no beginning");
  }

  @Test
  void refusesWhatBreaksALimitBeforeRecursing() {
    var limits = new MimeLimits(100_000, 2_000, 20, 1_000, 10, 4);
    assertThat(refused("x".repeat(100_001), limits)).isEqualTo(Limit.BYTES);
    assertThat(refused("x".repeat(1_001), limits)).isEqualTo(Limit.LINE_LENGTH);
    assertThat(refused("A: b\n".repeat(21) + "\n", limits)).isEqualTo(Limit.HEADER_COUNT);
    assertThat(refused("A: b\n " + ("x".repeat(900) + "\n ").repeat(3) + "\n\n", limits))
        .isEqualTo(Limit.HEADER_BYTES);
    assertThat(
            refused(
                "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(11), limits))
        .isEqualTo(Limit.PARTS);
    assertThat(refused("Content-Type: message/rfc822\n\n".repeat(5) + "x", limits))
        .isEqualTo(Limit.DEPTH);
    var deep = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      deep.append("Content-Type: multipart/mixed; boundary=b" + i + "\n\n--b" + i + "\n");
    }
    assertThat(refused(deep + "\nx", limits)).isEqualTo(Limit.DEPTH);
  }

  @Test
  void neverThrowsWhateverComes() {
    var random = new Random(7);
    var seed =
        """
        From: =?utf-8?q?A?= "x\\" <ada@home.example>, g: (c(d) <a@b>;
        Content-Type: multipart/mixed; boundary="a"; x*0*=utf-8''%4; y*=z; charset*1*
        Content-Transfer-Encoding: base64
        Content-Disposition: attachment; filename*9=q; filename
        Date: 99 Xyz 2 99:99

        --a
        Content-Type: message/rfc822

        Content-Type: text/html; charset="
        Content-Transfer-Encoding: x-uuencode

        begin 6
        M'
        --a
        Content-Type: text/plain; charset=utf-7

        +AGE=
        --a--
        """
            .getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 5_000; round++) {
      var bytes = seed.clone();
      int changes = random.nextInt(30);
      for (int i = 0; i < changes; i++) {
        bytes[random.nextInt(bytes.length)] =
            random.nextBoolean()
                ? (byte) random.nextInt(256)
                : (byte) "=?:;\n\r\"<(%*-".charAt(random.nextInt(12));
      }
      if (MessageReader.read(bytes, MimeLimits.DEFAULT) instanceof MessageRead.Read(var message)) {
        touch(message);
      }
    }
  }

  @Test
  void printsNothingOfWhatItRead() {
    var message =
        read("From: Ada <ada@home.example>\nSubject: ada@home.example\n\nada@home.example\n");
    assertThat(
            List.of(
                    message,
                    message.headers(),
                    message.from(),
                    message.root(),
                    message.root().mediaType(),
                    new MessageRead.Read(message))
                .toString())
        .doesNotContain("home.example");
  }

  private static void touch(InboundMessage message) {
    message.author();
    message.to();
    message.subject();
    message.date();
    message.references();
    message.isAutomatic();
    touch(message.root());
  }

  private static void touch(Part part) {
    part.mediaType().full();
    switch (part) {
      case Leaf leaf -> {
        leaf.text();
        leaf.fileName();
        leaf.contentId();
        leaf.disposition();
      }
      case Multi multi -> multi.parts().forEach(MessageReaderTest::touch);
      case Enclosed enclosed -> touch(enclosed.message());
    }
  }

  private static String body(String type, byte[] bytes) {
    var head = ("Content-Type: " + type + "\n\n").getBytes(StandardCharsets.US_ASCII);
    var all = java.util.Arrays.copyOf(head, head.length + bytes.length);
    System.arraycopy(bytes, 0, all, head.length, bytes.length);
    return ((Leaf) read(all).root()).text();
  }

  private static String decoded(String encoding, String body) {
    return ((Leaf) read("Content-Transfer-Encoding: " + encoding + "\n\n" + body).root()).text();
  }

  private static Limit refused(String text, MimeLimits limits) {
    return ((MessageRead.Refused) MessageReader.read(text.getBytes(StandardCharsets.UTF_8), limits))
        .which();
  }

  private static InboundMessage read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static InboundMessage read(byte[] bytes) {
    return ((MessageRead.Read) MessageReader.read(bytes, MimeLimits.DEFAULT)).message();
  }

  private static EmailAddress address(String text) {
    return EmailAddress.parse(text).orElseThrow();
  }
}
