package postern.mail.dkim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import postern.mail.dns.Names;
import postern.mail.dns.TestNameServer;

class SignaturesTest {
  private static final TestSigner RSA = TestSigner.rsa("mill.example", 2048);
  private static final String MESSAGE =
      """
      From: Ada <ada@mill.example>
      To: ben.abcdefghijklmnop@members.test
      Subject: The  mill
       wheel
      Date: Mon, 2 Mar 2026 09:00:00 +0200
      Message-ID: <1@mill.example>
      MIME-Version: 1.0

      It  turns.\t
        So they say.

      .dot


      """
          .replace("\n", "\r\n");

  private final TestNameServer server = new TestNameServer();
  private Instant now = Instant.parse("2026-03-02T10:00:00Z");

  @AfterEach
  void close() {
    server.close();
  }

  private List<Signed> check(byte[] raw) {
    var lookups = new Names(server.setting(), () -> now).within(Duration.ofSeconds(10));
    return new Signatures(() -> now).check(raw, _ -> true, lookups);
  }

  private Finding only(String raw) {
    var found = check(raw.getBytes(StandardCharsets.UTF_8));
    return found.size() == 1 ? found.getFirst().finding() : Finding.WORTHLESS;
  }

  private TestSigner rsa() {
    return RSA.of("mill.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"relaxed/relaxed", "relaxed/simple", "simple/relaxed", "simple/simple", "relaxed"})
  void believesAWholeSignature(String canonical) {
    var signer = rsa().canonical(canonical).publish(server);
    assertThat(check(signer.sign(MESSAGE)))
        .singleElement()
        .satisfies(
            signed -> {
              assertThat(signed.domain()).isEqualTo("mill.example");
              assertThat(signed.valid()).isTrue();
              assertThat(signed.fields()).contains("from", "to");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"relaxed/relaxed", "simple/simple"})
  void believesEd25519(String canonical) {
    var signer = TestSigner.ed25519("mill.example").canonical(canonical).publish(server);
    assertThat(only(signer.signed(MESSAGE))).isEqualTo(Finding.VALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\r\n", "\r\n\r\n\r\n", "one", " \t", " \r\n\r\n", "a \r\n \r\nb"})
  void hashesOddBodiesAsTheyAreSigned(String body) {
    var message = MESSAGE.substring(0, MESSAGE.indexOf("\r\n\r\n") + 4) + body;
    for (var canonical : List.of("relaxed/relaxed", "simple/simple")) {
      server.clear("s1._domainkey.mill.example");
      var signer = rsa().canonical(canonical).publish(server);
      assertThat(only(signer.signed(message))).as(canonical).isEqualTo(Finding.VALID);
    }
  }

  @Test
  void blanksMayChangeWhereTheSignerAllowsIt() {
    var signed = rsa().publish(server).signed(MESSAGE);
    assertThat(only(signed.replace("It  turns.\t", "It turns.").replace("Ada <", "Ada\r\n\t<")))
        .isEqualTo(Finding.VALID);
    assertThat(only(signed + "\r\n\r\n")).isEqualTo(Finding.VALID);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It  turns.|It burns.",
        "Ada <ada@|Eve <eve@",
        "Subject: The|Subject: No",
        "ben.abc|zoe.abc",
        "1@mill|2@mill",
        ".dot|dot"
      })
  void noticesEachChange(String is, String becomes) {
    var signed = rsa().publish(server).signed(MESSAGE);
    assertThat(only(signed.replace(is, becomes))).isEqualTo(Finding.WORTHLESS);
  }

  @Test
  void noticesThatSomethingWasAdded() {
    var signed = rsa().publish(server).signed(MESSAGE);
    assertThat(only(signed + "More.\r\n")).isEqualTo(Finding.WORTHLESS);
    assertThat(only(signed.replace("MIME-Version", "Subject: More\r\nMIME-Version")))
        .isEqualTo(Finding.WORTHLESS);
  }

  @Test
  void believesNoSecondFrom() {
    var signed = rsa().publish(server).signed(MESSAGE);
    assertThat(only("From: <eve@harbour.example>\r\n" + signed)).isEqualTo(Finding.WORTHLESS);
    assertThat(only(signed.replace("MIME-Version", "from: <eve@mill.example>\r\nMIME-Version")))
        .isEqualTo(Finding.WORTHLESS);
  }

  /** Another reader could see another message in them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "From eve@mill.example Mon Mar 2 09:00:00 2026\r\n",
        "this is no field\r\n",
        "From : <eve@mill.example>\r\n",
        "X: a\nFrom: <eve@mill.example>\r\n",
        "X: a\rFrom: <eve@mill.example>\r\n",
        " \r\n",
        ": nothing\r\n"
      })
  void believesNothingInAHeaderThatIsNotWellFormed(String line) {
    var signed = rsa().publish(server).signed(MESSAGE);
    assertThat(check((line + signed).getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void neverBelievesALength() {
    var signer = rsa().with("l=10; ").publish(server);
    assertThat(check(signer.sign(MESSAGE))).isEmpty();
  }

  @Test
  void wantsTheFromSigned() {
    assertThat(check(rsa().fields("to:subject:date").publish(server).sign(MESSAGE))).isEmpty();
  }

  @Test
  void readsTagsWithBlanksAndAnIdentityBelow() {
    var signer = rsa().with("i=ada@post.mill.example ;\r\n q = dns/txt; ").publish(server);
    assertThat(only(signer.signed(MESSAGE))).isEqualTo(Finding.VALID);
    server.clear(signer.keyName());
    signer.publish(server, "v=DKIM1; t=s; ");
    assertThat(only(signer.signed(MESSAGE))).isEqualTo(Finding.WORTHLESS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "i=@harbour.example; ",
        "i=@xmill.example; ",
        "q=dns/other; ",
        "v=1; ",
        "x=1; ",
        "x=soon; ",
        "t=9999999999; "
      })
  void believesNoOddTag(String tag) {
    assertThat(only(rsa().with(tag).publish(server).signed(MESSAGE))).isEqualTo(Finding.WORTHLESS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'v=DKIM1; '|VALID",
        "''|VALID",
        "'v=DKIM1; h=sha1:sha256; s=email; t=s; n=a note; '|VALID",
        "'v=DKIM1; s=*; x=unknown; '|VALID",
        "'v=DKIM2; '|WORTHLESS",
        "'v=DKIM1; h=sha1; '|WORTHLESS",
        "'v=DKIM1; s=tlsrpt; '|WORTHLESS",
        "'v=DKIM1; t=y; '|WORTHLESS",
        "'v=DKIM1; v=DKIM1; '|WORTHLESS"
      })
  void readsWhatTheKeyIsFor(String tags, Finding expected) {
    assertThat(only(rsa().publish(server, tags).signed(MESSAGE))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v=DKIM1; k=rsa; p=",
        "v=DKIM1; k=rsa",
        "v=DKIM1; k=rsa; p=%%%",
        "v=DKIM1; k=rsa; p=MAA=",
        "v=DKIM1; k=rsa; p=BAUAAAAAAA==",
        "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
        "nothing of the kind"
      })
  void aKeyThatIsRevokedBrokenOrAnotherProvesNothing(String published) {
    server.text("s1._domainkey.mill.example", published);
    assertThat(only(rsa().signed(MESSAGE))).isEqualTo(Finding.WORTHLESS);
  }

  @Test
  void anotherKeyProvesNothing() {
    TestSigner.rsa("mill.example", 2048).publish(server);
    assertThat(only(rsa().signed(MESSAGE))).isEqualTo(Finding.WORTHLESS);
  }

  @Test
  void noKeyProvesNothingAndNoAnswerIsTemporary() {
    assertThat(only(rsa().signed(MESSAGE))).isEqualTo(Finding.WORTHLESS);
    server.fails("s2._domainkey.mill.example");
    assertThat(only(rsa().selector("s2").signed(MESSAGE))).isEqualTo(Finding.KEY_AWAY);
  }

  @Test
  void refusesAShortKey() {
    assertThat(only(TestSigner.rsa("mill.example", 1024).publish(server).signed(MESSAGE)))
        .isEqualTo(Finding.VALID);
    var weak = TestSigner.rsa("mill.example", 768).selector("weak").publish(server);
    assertThat(only(weak.signed(MESSAGE))).isEqualTo(Finding.WORTHLESS);
  }

  @Test
  void readsABareRsaKeyToo() throws Exception {
    var encoded = Base64.getDecoder().decode(rsa().publicKey());
    var key =
        (RSAPublicKey)
            java.security.KeyFactory.getInstance("RSA")
                .generatePublic(new java.security.spec.X509EncodedKeySpec(encoded));
    var bare =
        new org.bouncycastle.asn1.pkcs.RSAPublicKey(key.getModulus(), key.getPublicExponent());
    var text = Base64.getEncoder().encodeToString(bare.getEncoded());
    server.text("s1._domainkey.mill.example", "p=" + text);
    assertThat(only(rsa().signed(MESSAGE))).isEqualTo(Finding.VALID);
  }

  @Test
  void anOldSignatureIsNotReplayed() {
    var dated = rsa().publish(server).signed(MESSAGE);
    var timed = rsa().fields("from:to").with("t=" + now.getEpochSecond() + "; ").signed(MESSAGE);
    var ending = rsa().with("x=" + now.plusSeconds(3600).getEpochSecond() + "; ").signed(MESSAGE);
    assertThat(List.of(only(dated), only(timed), only(ending))).containsOnly(Finding.VALID);
    now = now.plusSeconds(3600);
    assertThat(only(ending)).isEqualTo(Finding.WORTHLESS);
    now = now.plus(Signatures.LIFE);
    assertThat(List.of(only(dated), only(timed))).containsOnly(Finding.WORTHLESS);
  }

  @Test
  void oneBrokenSignatureDoesNotSpoilAnother() {
    var inner = rsa().selector("old").signed(MESSAGE).replace("b=", "b=AAAA");
    var both = rsa().publish(server).signed(inner);
    assertThat(check(both.getBytes(StandardCharsets.UTF_8)))
        .extracting(Signed::finding)
        .containsExactlyInAnyOrder(Finding.VALID, Finding.WORTHLESS);
  }

  @Test
  void looksAtFiveAndAsksNoOthersKey() {
    var message = MESSAGE;
    for (int i = 0; i < 8; i++) {
      message = rsa().selector("s" + i).signed(message);
    }
    message = TestSigner.ed25519("harbour.example").signed(message);
    var lookups = new Names(server.setting(), () -> now).within(Duration.ofSeconds(10));
    var raw = message.getBytes(StandardCharsets.UTF_8);
    assertThat(new Signatures(() -> now).check(raw, "mill.example"::equals, lookups)).hasSize(5);
    assertThat(server.asked()).hasSize(5).noneMatch(asked -> asked.contains("harbour"));
  }

  @Test
  void signsAndReadsUtf8Headers() {
    var message = MESSAGE.replace("Ada <ada@", "Ada Lovelåce <адa@");
    assertThat(only(rsa().publish(server).signed(message))).isEqualTo(Finding.VALID);
  }

  @ParameterizedTest
  @EnumSource
  void believesWhatWeSignOurselves(DkimAlgorithm algorithm) {
    var key = new DkimKey("our", algorithm, algorithm.generate());
    server.text("our._domainkey.mill.example", key.record());
    var message = MESSAGE.getBytes(StandardCharsets.UTF_8);
    var signed = new DkimSigner("mill.example").sign(message, key, now);
    assertThat(check(signed)).extracting(Signed::finding).containsExactly(Finding.VALID);
  }

  /** Appendix A.3 of RFC 8463: the message of RFC 6376 appendix A with both kinds of signature. */
  @Test
  void believesTheExampleOfRfc8463() {
    server
        .text(
            "brisbane._domainkey.football.example.com",
            "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
        .text(
            "test._domainkey.football.example.com",
            "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWRiGs5V6NpP3idY6"
                + "Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1"
                + "Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB");
    var raw = Examples.RFC_8463.getBytes(StandardCharsets.US_ASCII);
    assertThat(Examples.findings(raw, server)).containsExactly(Finding.VALID, Finding.VALID);
    var changed = Examples.RFC_8463.replace("hungry", "thirsty");
    assertThat(Examples.findings(changed.getBytes(StandardCharsets.US_ASCII), server))
        .containsExactly(Finding.WORTHLESS, Finding.WORTHLESS);
  }

  /** Appendix A.2 of RFC 6376, with the key of its appendix C. */
  @Test
  void believesTheExampleOfRfc6376() {
    server.text(
        "brisbane._domainkey.example.com",
        "v=DKIM1; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDwIRP/UC3SBsEmGqZ9ZJW3/DkMoGeLnQg1fWn7/"
            + "zYtIxN2SnFCjxOCKG9v3b4jYfcTNh5ijSsq631uBItLa7od+v/RtdC2UzJ1lWT947qR+Rcac2gbto/NMqJ"
            + "0fzfVjH4OuKhitdY9tf6mcwGjaNBcWToIMmPSPDdQPNUYckcQ2QIDAQAB");
    assertThat(Examples.findings(Examples.RFC_6376.getBytes(StandardCharsets.US_ASCII), server))
        .containsExactly(Finding.VALID);
  }
}
