package postern.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import postern.delivery.GateVerdict.Form;
import postern.kernel.EmailAddress;

/** Nothing here is made by the composer: what the gate must see is planted by hand. */
class GateTest {
  private static final String PLANTED = "ada@home.example";
  private static final EmailAddress ADA = EmailAddress.parse(PLANTED).orElseThrow();

  static Stream<Arguments> spellings() throws Exception {
    return Stream.of(
        Arguments.of("Ada@HOME.example", Form.PLAIN),
        Arguments.of("<ada+shop@home.example>", Form.PLAIN),
        Arguments.of("x:ada@home.example.", Form.PLAIN),
        Arguments.of("ada%40home.example", Form.ESCAPED),
        Arguments.of("u=%61%64%61%2540home.example", Form.ESCAPED),
        Arguments.of("&#97;da&#x40;home&period;example", Form.ESCAPED),
        Arguments.of("ada&amp;#64;home.example", Form.ESCAPED),
        Arguments.of("ada\\u0040home.example", Form.ESCAPED),
        Arguments.of("ad\u00ada@ho\u200bme.exam\u2060ple", Form.INVISIBLE),
        Arguments.of("ａｄａ＠home．example", Form.INVISIBLE),
        Arguments.of("ada<b>@</b>home.<!-- x -->example", Form.MARKUP),
        Arguments.of("<td>mail</td><td>ada@home.example</td>", Form.PLAIN),
        Arguments.of("mail<b>ada</b>@home.example", Form.SPELLED),
        Arguments.of("ada(at)home.example", Form.SPELLED),
        Arguments.of("ada [at] home [dot] example", Form.SPELLED),
        Arguments.of("ada at home dot example", Form.SPELLED),
        Arguments.of("ada=40home=2Eexam=\nple", Form.QUOTED_PRINTABLE),
        Arguments.of("ada+AEA-home.example", Form.UTF7),
        Arguments.of("https://t.example/" + base64("ada@home.example"), Form.BASE64),
        Arguments.of("x" + base64("mail=ADA@home.example&x=1"), Form.BASE64),
        Arguments.of(HexFormat.of().formatHex(bytes("..ada@home.example")), Form.HEX),
        Arguments.of("elpmaxe.emoh@ada", Form.REVERSED),
        Arguments.of("/avatar/" + hash("MD5") + "?s=80", Form.HASHED),
        Arguments.of(hash("SHA-1").toUpperCase(), Form.HASHED),
        Arguments.of(hash("SHA-256"), Form.HASHED),
        Arguments.of(Base64.getEncoder().encodeToString(digest("SHA-256")), Form.HASHED));
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void seesTheAddressInEverySpelling(String spelling, Form form) {
    var stopped = stopped(mail("Subject: x\n\nbefore " + spelling + " after\n"));
    assertThat(stopped.places()).contains(new GateVerdict.Place("the text", form));
    assertThat(stopped.toString().toLowerCase()).doesNotContain("home.example");
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void seesItInAPageTooAndInAnEncodedPart(String spelling, Form ignored) {
    var body =
        Base64.getMimeEncoder().encodeToString(bytes("<p>before " + spelling + " after</p>"));
    var raw =
        "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\n"
            + "Content-Transfer-Encoding: base64\n\n"
            + body
            + "\n--b--\n";
    assertThat(stopped(mail(raw)).places())
        .extracting(GateVerdict.Place::where)
        .containsOnly("part 1");
  }

  @Test
  void looksIntoEveryHeaderPartAndName() {
    for (var header :
        List.of(
            "From: ada@home.example",
            "X-Any: ada@home.example",
            "Message-ID: <x.ada@home.example>\nSender: <ada@home.example>",
            "Subject: =?utf-8?B?" + base64(PLANTED) + "?=",
            "Subject: =?utf-8?Q?ada=40home?=\n =?utf-8?Q?=2Eexample?=",
            "Subject: ada@home.\n example\nX-Folded: a\n ada@home.example",
            "Cc: ada@home.example",
            "Received: for <ada@home.example>",
            "Machine: ada@home.example")) {
      assertThat(stopped(mail(header + "\n\nHello\n")).places())
          .as(header)
          .allMatch(place -> place.where().startsWith("header "));
    }
    for (var part :
        List.of(
            "Content-Disposition: attachment; filename=\"ada@home.example.txt\"\n\nx",
            "Content-Disposition: attachment; filename*0*=utf-8''ada%40;"
                + " filename*1*=home%2Eexample\n\n"
                + "x",
            "Content-ID: <ada@home.example>\n\nx",
            "Content-Type: message/rfc822\n\nTo: ada@home.example\n\nx",
            "Content-Type: text/calendar\n\nATTENDEE:mailto:ada@home.example",
            "Content-Type: multipart/alternative; boundary=c\n\n--c\n\nada@home.example\n--c--")) {
      assertThat(
              stopped(
                      mail(
                          "Content-Type: multipart/mixed; boundary=b\n\n--b\n"
                              + part
                              + "\n--b--\n"))
                  .places())
          .as(part)
          .isNotEmpty();
    }
    assertThat(stopped(mail("Subject: x\nada@home.example\n\nHello\n")).places())
        .as("what is not well-formed is not sent")
        .containsExactly(new GateVerdict.Place("the whole mail", Form.UNREADABLE));
    var around =
        "Content-Type: multipart/mixed; boundary=b\n\n"
            + "ada@home.example\n"
            + "--b\nContent-Type: text/plain\n\n"
            + "x\n"
            + "--b--\n"
            + "ada@home.example\n";
    assertThat(stopped(mail(around)).places()).isNotEmpty();
  }

  @Test
  void looksIntoFilesAsTheyArePacked() throws Exception {
    byte[] plain = bytes("author ada@home.example of it " + "x".repeat(5000));
    byte[] docx = zip("word/document.xml", bytes("<w:t>ada@</w:t><w:t>home.example</w:t>"));
    for (var file :
        List.of(
            plain,
            zip("a/b.txt", plain),
            zip("ada@home.example.txt", bytes("x")),
            zip("inner.zip", zip("b.txt", plain)),
            docx,
            gzip(plain),
            join(
                bytes("%PDF-1.4\n1 0 obj << /Filter /FlateDecode >>\nstream\n"),
                deflated(plain),
                bytes("\nendstream")),
            join(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10},
                bytes("zTXt Author\0\0"),
                deflated(plain)),
            PLANTED.getBytes(StandardCharsets.UTF_16LE),
            PLANTED.getBytes(Charset.forName("UTF-16")),
            join(
                new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe1, 0, 60},
                bytes("Exif\0\0 Artist " + PLANTED),
                new byte[] {0, 0}))) {
      var raw =
          "Content-Type: multipart/mixed; boundary=b\n\n"
              + "--b\nContent-Type: text/plain\n\n"
              + "Hello\n"
              + "--b\n"
              + "Content-Type: application/octet-stream\n"
              + "Content-Disposition: attachment\n"
              + "Content-Transfer-Encoding: base64\n\n"
              + Base64.getMimeEncoder().encodeToString(file)
              + "\n--b--\n";
      assertThat(stopped(mail(raw)).places())
          .as(new String(file, StandardCharsets.ISO_8859_1))
          .isNotEmpty()
          .allMatch(place -> place.where().startsWith("part 2"));
    }
  }

  @Test
  void letsPassWhatIsNobodysOrAnotherPersons() {
    for (var text :
        List.of(
            "Hello",
            "bada@home.example",
            "x.ada@home.example",
            "ada@home.examples",
            "ada@home.example-two.test",
            "ada at home",
            "ada@elsewhere.example",
            hashOf("carl@home.example"))) {
      assertThat(inspect(mail("Subject: " + text + "\n\n" + text + "\n")))
          .as(text)
          .isInstanceOf(GateVerdict.Passed.class);
    }
    assertThat(Gate.inspect(mail("\n\nada@home.example"), Set.of(), Allowance.NONE))
        .isInstanceOf(GateVerdict.Passed.class);
  }

  @Test
  void letsPassTheReadersOwnAddressInTheToHeaderOnly() {
    var raw = "To: <ada@home.example>\r\nSubject: x\r\n\r\nHello\r\n";
    assertThat(inspect(bytes(raw))).isInstanceOf(GateVerdict.Passed.class);
    assertThat(inspect(bytes("Content-Type: message/rfc822\r\n\r\n" + raw)))
        .isInstanceOf(GateVerdict.Stopped.class);
  }

  @Test
  void letsPassTheElectedAddressOnItsLineAndInFilesOnly() {
    var line = Allowance.ELECTED_LABEL + PLANTED;
    var allowed = Allowance.ofElected(ADA);
    assertThat(inspect(mail("\nHello\n\n-- \n" + line + "\n"), allowed))
        .isInstanceOf(GateVerdict.Passed.class);
    assertThat(
            inspect(mail("Content-Type: text/html\n\n<p>Hi</p>\n<p>" + line + "</p>\n"), allowed))
        .isInstanceOf(GateVerdict.Passed.class);
    assertThat(inspect(mail("\nHello\n" + line + " x\n"), allowed))
        .isInstanceOf(GateVerdict.Stopped.class);
    assertThat(inspect(mail("\n" + line + "\n" + line + "\n"), allowed))
        .isInstanceOf(GateVerdict.Stopped.class);
    assertThat(inspect(mail("\n" + PLANTED + "\n" + line + "\n"), allowed))
        .isInstanceOf(GateVerdict.Stopped.class);
    assertThat(inspect(mail("Subject: " + line + "\n\nx\n"), allowed))
        .isInstanceOf(GateVerdict.Stopped.class);
    assertThat(inspect(mail("Reply-To: " + PLANTED + "\n\nx\n"), allowed))
        .isInstanceOf(GateVerdict.Stopped.class);
    var card =
        "Content-Type: multipart/mixed; boundary=b\n\n"
            + "--b\nContent-Type: text/plain\n\n"
            + "x\n"
            + "--b\n"
            + "Content-Disposition: attachment\n\n"
            + "EMAIL:ada@home.example\n"
            + "--b--\n";
    assertThat(inspect(mail(card), allowed)).isInstanceOf(GateVerdict.Passed.class);
    assertThat(inspect(mail(card), Allowance.NONE)).isInstanceOf(GateVerdict.Stopped.class);
    var other = EmailAddress.parse("ada@work.example").orElseThrow();
    assertThat(Gate.inspect(mail(card.replace("home", "work")), Set.of(ADA, other), allowed))
        .isInstanceOf(GateVerdict.Stopped.class);
  }

  @Test
  void letsPassWhatTheReaderWroteWordByWord() {
    var allowed = new Allowance(Optional.empty(), List.of("Hi,\nis it ada@home.example?\nexample"));
    assertThat(inspect(mail("\nYes.\n\n> is it ada@home.example?\n"), allowed))
        .isInstanceOf(GateVerdict.Passed.class);
    assertThat(inspect(mail("\nYes, ada@home.example\n"), allowed))
        .isInstanceOf(GateVerdict.Stopped.class);
  }

  @Test
  void stopsRatherThanThrows() {
    var random = new Random(5);
    var seed =
        mail(
            "Subject: =?utf-8?B?xx?=\n"
                + "Content-Type: multipart/mixed; boundary=b\n\n"
                + "--b\n"
                + "Content-Type: text/html; charset=zz\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + "UEsDBAo=\n"
                + "%PDF &#99999999; \\u00 +AEA\n"
                + "--b--\n");
    for (int round = 0; round < 1000; round++) {
      var bytes = seed.clone();
      for (int i = 0; i < random.nextInt(20); i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      assertThat(inspect(bytes)).isNotNull();
    }
  }

  private static GateVerdict.Stopped stopped(byte[] mail) {
    var verdict = inspect(mail);
    assertThat(verdict).isInstanceOf(GateVerdict.Stopped.class);
    return (GateVerdict.Stopped) verdict;
  }

  private static GateVerdict inspect(byte[] mail) {
    return inspect(mail, Allowance.NONE);
  }

  private static GateVerdict inspect(byte[] mail, Allowance allowed) {
    return Gate.inspect(mail, Set.of(ADA), allowed);
  }

  private static byte[] mail(String rest) {
    return bytes(("To: <bea@reader.example>\n" + rest).replace("\n", "\r\n"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(String text) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes(text));
  }

  private static String hash(String algorithm) throws Exception {
    return HexFormat.of().formatHex(digest(algorithm));
  }

  private static String hashOf(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes(text)));
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static byte[] digest(String algorithm) throws Exception {
    return MessageDigest.getInstance(algorithm).digest(bytes(PLANTED));
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return out.toByteArray();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.toByteArray();
  }

  private static byte[] deflated(byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(out)) {
      deflater.write(content);
    }
    return out.toByteArray();
  }

  private static byte[] join(byte[]... pieces) {
    var out = new ByteArrayOutputStream();
    for (var piece : pieces) {
      out.writeBytes(piece);
    }
    return out.toByteArray();
  }
}
