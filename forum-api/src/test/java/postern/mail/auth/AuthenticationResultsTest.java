package postern.mail.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import postern.kernel.EmailAddress;
import postern.mail.auth.Authenticity.Aligned;
import postern.mail.auth.Authenticity.Failed;
import postern.mail.auth.Authenticity.Method;
import postern.mail.auth.Authenticity.Unknown;
import postern.mail.mime.MessageRead;
import postern.mail.mime.MessageReader;
import postern.mail.mime.MimeLimits;

class AuthenticationResultsTest {
  private static final String OWN_RECEIVED =
      "Received: from mail.example.org (mail.example.org [192.0.2.7])\n"
          + "\tby mx.relay.example (Postfix) with ESMTPS id 4F20A\n";
  private static final String FOREIGN_RECEIVED =
      "Received: from laptop (unknown [192.0.2.9]) by mail.example.org with ESMTPSA id 1\n";
  private static final String PASS = "dmarc=pass (p=none) header.from=example.org";

  private static Authenticity judge(String header) {
    return judge(header, "ada@example.org");
  }

  private static Authenticity judge(String header, String from) {
    var bytes =
        (header + "From: " + from + "\n\ntext\n")
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.UTF_8);
    var message = ((MessageRead.Read) MessageReader.read(bytes, MimeLimits.DEFAULT)).message();
    return new AuthenticationResults(Optional.of("Relay.Example"))
        .judge(message.headers(), EmailAddress.parse(from).orElseThrow());
  }

  private static Authenticity results(String results) {
    return judge("Authentication-Results: relay.example; " + results + "\n");
  }

  @Test
  void believesAPassAboutTheAuthor() {
    assertThat(results(PASS)).isEqualTo(new Aligned(Method.DMARC));
    assertThat(judge(OWN_RECEIVED + "Authentication-Results: RELAY.example 1;\n\t" + PASS + "\n"))
        .isEqualTo(new Aligned(Method.DMARC));
    assertThat(
            results(
                "dkim=pass (2048-bit key; unprotected) header.d=example.org header.i=@example.org"
                    + " header.b=\"a/b=c;\"; spf=pass (mx: domain of x\\)y designates)"
                    + " smtp.mailfrom=\"a b\"@example.org; dmarc=pass (p=REJECT (really))"
                    + " action=none header.from=Example.ORG"))
        .isEqualTo(new Aligned(Method.DMARC));
  }

  @Test
  void believesNobodyElse() {
    assertThat(judge("Authentication-Results: elsewhere.example; " + PASS + "\n"))
        .isEqualTo(new Unknown());
    assertThat(judge("Authentication-Results: relay.example.org; " + PASS + "\n"))
        .isEqualTo(new Unknown());
    assertThat(judge("X-Authentication-Results: relay.example; " + PASS + "\n"))
        .isEqualTo(new Unknown());
    assertThat(judge("")).isEqualTo(new Unknown());
    var nobody = new AuthenticationResults(Optional.empty());
    var address = EmailAddress.parse("ada@example.org").orElseThrow();
    assertThat(nobody.judge(java.util.List.of(), address)).isEqualTo(new Unknown());
  }

  @Test
  void believesOnlyWhatStandsAboveOtherHosts() {
    var claim = "Authentication-Results: relay.example; " + PASS + "\n";
    assertThat(judge(OWN_RECEIVED + claim + FOREIGN_RECEIVED)).isEqualTo(new Aligned(Method.DMARC));
    assertThat(judge(OWN_RECEIVED + FOREIGN_RECEIVED + claim)).isEqualTo(new Unknown());
    assertThat(judge(FOREIGN_RECEIVED + claim)).isEqualTo(new Unknown());
    assertThat(judge("Received: from x (by mx.relay.example ) by evil.example id 1\n" + claim))
        .isEqualTo(new Unknown());
    assertThat(judge("Received: from x by notrelay.example id 1\n" + claim))
        .isEqualTo(new Unknown());
  }

  @Test
  void aFailureBeatsEveryForgedPass() {
    var pass = "Authentication-Results: relay.example; " + PASS + "\n";
    var fail =
        "Authentication-Results: relay.example; dmarc=fail (p=none) header.from=example.org\n";
    assertThat(judge(fail + pass)).isEqualTo(new Failed());
    assertThat(judge(pass + fail)).isEqualTo(new Failed());
    assertThat(results("dkim=pass header.d=example.org; dmarc=fail header.from=example.org"))
        .isEqualTo(new Failed());
    assertThat(judge(pass + "Authentication-Results: relay.example; dmarc=none\n"))
        .isEqualTo(new Unknown());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dmarc=pass header.from=example.net",
        "dmarc=pass header.from=sub.example.org",
        "dmarc=pass header.from=example.org.evil.example",
        "dmarc=pass",
        "dmarc=none header.from=example.net; dkim=pass header.d=example.org",
        "dmarc=temperror header.from=example.org; dkim=pass header.d=example.org",
        "dmarc=permerror header.from=example.org",
        "dkim=pass header.d=example.org; spf=pass smtp.mailfrom=example.org",
        "dmarc=none; dkim=pass header.d=org",
        "dmarc=none; dkim=pass header.d=mail.example.org",
        "dmarc=none; dkim=pass header.i=@example.org",
        "dmarc=none; dkim=fail header.d=example.org",
        "dmarc=none; spf=pass smtp.mailfrom=ada@mail.example.org",
        "dmarc=none; spf=pass smtp.helo=example.org",
        "dmarc=none; spf=softfail smtp.mailfrom=ada@example.org",
        "dmarc=none; spf=fail smtp.mailfrom=ada@example.net",
        "none",
        "dmarc=pass header.from=example.net header.from=example.org",
        "dmarc=none (dmarc=pass header.from=example.org)",
        "spf=none (unclosed; dmarc=pass header.from=example.org",
        "dmarc=pass header.from=example.org (unclosed",
        "dmarc=pass header.from=\"example.org",
        "dmarc=pass header.from=example.org; dkim",
        "dmarc/2=pass header.from=example.org",
      })
  void isNotConvinced(String results) {
    assertThat(results(results)).isEqualTo(new Unknown());
  }

  @Test
  void isNotConvincedByAnotherVersion() {
    assertThat(judge("Authentication-Results: relay.example 2; " + PASS + "\n"))
        .isEqualTo(new Unknown());
  }

  @Test
  void takesDkimOrSpfOfExactlyTheDomainWhereThereIsNoPolicy() {
    assertThat(results("dmarc=none; dkim=fail header.d=x.example; dkim=pass header.d=example.org"))
        .isEqualTo(new Aligned(Method.DKIM));
    assertThat(
            results(
                "spf=pass smtp.mailfrom=lists+1@EXAMPLE.org; dmarc=none header.from=example.org"))
        .isEqualTo(new Aligned(Method.SPF));
    assertThat(results("spf=fail smtp.mailfrom=ada@example.org; dmarc=none"))
        .isEqualTo(new Failed());
    assertThat(
            results(
                "spf=fail smtp.mailfrom=ada@example.org; dmarc=none; dkim=pass"
                    + " header.d=example.org"))
        .isEqualTo(new Aligned(Method.DKIM));
  }

  @Test
  void knowsTwoSpellingsOfAnInternationalDomain() {
    var header =
        "Authentication-Results: relay.example; dmarc=pass header.from=b\u00fccher.example\n";
    assertThat(judge(header, "ada@xn--bcher-kva.example")).isEqualTo(new Aligned(Method.DMARC));
  }
}
