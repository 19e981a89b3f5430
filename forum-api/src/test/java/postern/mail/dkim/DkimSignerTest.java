package postern.mail.dkim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DkimSignerTest {
  private static final DkimKey RSA =
      new DkimKey("r1", DkimAlgorithm.RSA_SHA256, DkimAlgorithm.RSA_SHA256.generate());
  private static final DkimKey ED =
      new DkimKey("e1", DkimAlgorithm.ED25519_SHA256, DkimAlgorithm.ED25519_SHA256.generate());
  private static final Instant NOW = Instant.now();
  private static final String HEAD =
      """
      From: "ada (Millpond)" <ada.k3ykcqngzlmzmqrt@members.test>
      To: <ben@harbour.example>
      Subject: =?utf-8?q?The_m=C3=BChle?=
       and a second line
      Date: Mon, 2 Mar 2026 09:00:00 +0000
      Message-ID: <abcdef@members.test>
      List-Unsubscribe: <https://members.test/u/x>,
      \t<mailto:unsubscribe.x@members.test>
      List-Unsubscribe-Post: List-Unsubscribe=One-Click
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: quoted-printable
      """
          .replace("\n", "\r\n");

  private final DkimSigner signer = new DkimSigner("members.test");
  private final Verifier verifier = new Verifier(List.of(RSA));

  @Test
  void anotherVerifierBelievesSignaturesOverManyBodies() {
    var random = new Random(5);
    var pieces =
        List.of(" ", "\t", "  \t ", "a", "word", ".", "=20", "\r\n", "\r\n\r\n", "ü", "-- ");
    for (int body = 0; body < 2000; body++) {
      var text = new StringBuilder(HEAD).append("\r\nx");
      for (int piece = random.nextInt(40); piece > 0; piece--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      text.append("\r\n");
      var signed = signed(text.toString());
      assertThat(verifier.verifies(signed)).as(text.toString()).isTrue();
    }
  }

  /** RFC 6376 section 3.4.4 gives the hash; jDKIM 0.5 takes another for a body of blanks. */
  @Test
  void aBodyOfNothingButBlanksIsAnEmptyOne() {
    for (var body : List.of("", "\r\n", "\r\n\r\n\r\n", "\r\n \t \r\n\t")) {
      assertThat(signed(HEAD + body)).contains("bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=;");
    }
  }

  @Test
  void leavesEveryOctetOfTheMessageAsItWas() {
    var message = HEAD + "\r\n  A line. \r\n\r\n\r\n";
    assertThat(signed(message)).endsWith("\r\n" + message);
  }

  @Test
  void whatABlankMoreChangesStillHolds() {
    var signed = signed(HEAD + "\r\nTwo words.\r\n");
    assertThat(verifier.verifies(signed.replace("Two words.", "Two   words.  "))).isTrue();
    assertThat(verifier.verifies(signed.replace("\r\n and a second", "   and a second"))).isTrue();
  }

  @Test
  void aChangedWordOrAnAddedHeaderBreaksIt() {
    var signed = signed(HEAD + "\r\nTwo words.\r\n");
    assertThat(verifier.verifies(signed)).isTrue();
    assertThat(verifier.verifies(signed.replace("Two words.", "Two swords."))).isFalse();
    assertThat(verifier.verifies(signed + "More.\r\n")).isFalse();
    for (var added :
        List.of("From", "To", "Subject", "Date", "Message-ID", "Content-Type", "Reply-To", "Cc")) {
      assertThat(verifier.verifies(added + ": eve@elsewhere.example\r\n" + signed))
          .as(added)
          .isFalse();
    }
  }

  @Test
  void endsAfterAFewDays() {
    var head = signed(HEAD + "\r\nHello.\r\n").split("\r\nFrom:")[0];
    long made = tag(head, "t");
    long ends = tag(head, "x");
    assertThat(made).isEqualTo(NOW.getEpochSecond());
    assertThat(ends - made).isBetween(3L * 86_400, 8L * 86_400);
  }

  @Test
  void theSignatureIsInShortLinesOfAscii() {
    var head = signed(HEAD + "\r\nHello.\r\n").split("\r\nFrom:")[0];
    assertThat(head.split("\r\n")).allMatch(line -> line.length() < 100);
    assertThat(head).matches("(?s)[\\t\\r\\n -~]*");
  }

  @Test
  void theEd25519SignatureStandsBesideTheOtherAndHolds() throws Exception {
    var message = HEAD + "\r\nHello  there. \r\n\r\n";
    var both = new String(signer.sign(signed(message).getBytes(UTF_8), ED, NOW), UTF_8);
    var first = both.substring(0, both.indexOf("\r\nDKIM-Signature") + 2);
    assertThat(first).contains("a=ed25519-sha256", "s=e1");
    var value = first.substring(first.indexOf("\r\n b=") + 5).replaceAll("\\s", "");
    var unsigned = first.substring(0, first.indexOf("\r\n b=") + 5);
    var digest =
        MessageDigest.getInstance("SHA-256")
            .digest((canonical(first, message) + relaxed(unsigned)).getBytes(UTF_8));
    var check = Signature.getInstance("Ed25519");
    check.initVerify(ED.pair().getPublic());
    check.update(digest);
    assertThat(check.verify(Base64.getDecoder().decode(value))).isTrue();
  }

  /** The pair of RFC 8463 appendix A.1. */
  @Test
  void publishesAnEd25519KeyAsTheRfcDoes() throws Exception {
    var factory = KeyFactory.getInstance("Ed25519");
    var plain =
        HexFormat.of()
            .formatHex(Base64.getDecoder().decode("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="));
    var secret =
        HexFormat.of()
            .formatHex(Base64.getDecoder().decode("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A="));
    var pair =
        new java.security.KeyPair(
            factory.generatePublic(
                new X509EncodedKeySpec(
                    HexFormat.of().parseHex("302a300506032b6570032100" + plain))),
            factory.generatePrivate(
                new PKCS8EncodedKeySpec(
                    HexFormat.of().parseHex("302e020100300506032b657004220420" + secret))));
    assertThat(new DkimKey("brisbane", DkimAlgorithm.ED25519_SHA256, pair).record())
        .isEqualTo("v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
  }

  private String signed(String message) {
    return new String(signer.sign(message.getBytes(UTF_8), RSA, NOW), UTF_8);
  }

  private static long tag(String head, String name) {
    var matcher = Pattern.compile("[; ]" + name + "=([0-9]+)").matcher(head);
    assertThat(matcher.find()).isTrue();
    return Long.parseLong(matcher.group(1));
  }

  // Read from h= as RFC 6376 section 3.7 says; each header stands once in the message.
  private static String canonical(String signature, String message) {
    var names = signature.replaceAll("\\s", "").replaceAll(".*;h=([^;]*);.*", "$1").split(":");
    var unfolded = message.split("\r\n\r\n")[0].replaceAll("\r\n[ \t]", " ");
    var text = new StringBuilder();
    var taken = new java.util.HashSet<String>();
    for (var name : names) {
      for (var line : unfolded.split("\r\n")) {
        if (line.startsWith(name + ":") && taken.add(name)) {
          text.append(relaxed(line)).append("\r\n");
        }
      }
    }
    return text.toString();
  }

  private static String relaxed(String field) {
    var name = field.substring(0, field.indexOf(':'));
    var value = field.substring(field.indexOf(':') + 1).replaceAll("\\s+", " ").strip();
    return name.toLowerCase(java.util.Locale.ROOT) + ":" + value;
  }
}
