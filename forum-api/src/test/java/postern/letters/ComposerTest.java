package postern.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static postern.letters.ComposeFixture.aLetter;
import static postern.letters.ComposeFixture.finished;
import static postern.letters.ComposeFixture.ready;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import postern.delivery.Allowance;
import postern.delivery.Gate;
import postern.delivery.GateVerdict;
import postern.mail.mime.Multi;

class ComposerTest {
  private static final String HEAD = "From: ada@home.example\nTo: bea@members.test\n";

  @Test
  void writesALetterFromTheSite() {
    var letter =
        finished(
            aLetter()
                .written(
                    "Greetings from ada@home.example",
                    "Hello,\r\nwrite to ada@home.example or +49 89 123 45 67."));
    assertThat(letter)
        .contains("Subject: Greetings from ada.abcdefghijklmnop@members.test\r\n")
        .contains("write to ada.abcdefghijklmnop@members.test or [hidden].\r\n")
        .doesNotContain("ada@home.example");
    assertThat(aLetter().written(" ", "\n")).isEqualTo(new Composed.Refused(LetterRefusal.EMPTY));
  }

  @Test
  void writesTheHeadersOfTheTableAndNoOther() {
    var message =
        ComposeFixture.read(
            ready(
                    aLetter()
                        .automaticPasses()
                        .of(HEAD + "Auto-Submitted: auto-generated\nX-A: b\nSubject: x\n\nHi"))
                .message()
                .stored());
    assertThat(message.headers())
        .extracting(field -> field.name())
        .containsExactly(
            "From",
            "Subject",
            "Date",
            "Message-ID",
            "In-Reply-To",
            "References",
            "List-Id",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "Auto-Submitted",
            "MIME-Version",
            "Content-Type",
            "Content-Transfer-Encoding");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@home.example",
        "bea at there dot example",
        "www.shop.example",
        "https://shop.example",
        "shop.example",
        "Moderator",
        "The M0derators",
        "Forum Team",
        "Support",
        "Аdmin",
        "ＡＤＭＩＮ",
        "Ad\u200bmin",
        "Ada\u202egnp.exe",
        "The Forum",
        "Postmaster",
        "Ada\nBcc: x",
        "+49 89 1234567"
      })
  void leavesOutADisplayNameThatMisleads(String name) {
    assertThat(finished(aLetter().displayed(name).of(HEAD + "Subject: x\n\nHi")))
        .startsWith("From: \"ada (The Forum)\" <");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Ada Lovelace", "Dr. A. L.", "Modesta", "Ada \"the first\" L.", "Adamin O'Neill"})
  void showsADisplayNameThatIsAName(String name) {
    var author =
        ComposeFixture.read(
                ready(aLetter().displayed(name).of(HEAD + "Subject: x\n\nHi")).message().stored())
            .author()
            .orElseThrow();
    assertThat(author.name()).isEqualTo(name + " - ada (The Forum)");
  }

  @Test
  void marksARightAndAWrongGuessInTheSameWay() {
    var forms =
        List.of(
            "%s",
            "<%s>", "mailto:%s", "https://t.example/?u=%s", "x %s, y", "\"%s\"", "%s.Then", "(%s)");
    for (var form : forms) {
      for (var quotation : List.of("Re: " + form, "")) {
        var body =
            quotation.isEmpty() ? "\n\nNo.\n\n> is it " + form + "?\n" : quotation + "\n\nNo.\n";
        var right = finished(aLetter().of(HEAD + "Subject: " + body.formatted("ada@home.example")));
        var wrong = finished(aLetter().of(HEAD + "Subject: " + body.formatted("bob@shed.example")));
        assertThat(right).as(form).isEqualTo(wrong);
      }
    }
    for (var pair :
        List.of(
            List.of("ada(at)home.example", "bob(at)shed.example"),
            List.of("ada at home dot example", "bob at shed dot example"),
            List.of("a\u00adda@home.example", "b\u00adob@shed.example"),
            List.of("ada%40home.example", "bob%40shed.example"),
            List.of(md5("ada@home.example"), md5("bob@shed.example")),
            List.of(base64("ada@home.example"), base64("bob@shed.example")))) {
      var body = "Subject: x\n\nNo.\n\n> is it %s?\n";
      assertThat(finished(aLetter().of(HEAD + body.formatted(pair.getFirst()))))
          .as(pair.getFirst())
          .isEqualTo(finished(aLetter().of(HEAD + body.formatted(pair.getLast()))));
    }
  }

  @Test
  void showsPicturesUnderNamesOfOurOwn() {
    var picture =
        Base64.getMimeEncoder().encodeToString(PictureTest.pngWithAuthor("ada@home.example"));
    var came =
        HEAD
            + "Subject: x\n"
            + "Content-Type: multipart/related; boundary=b\n\n"
            + "--b\n"
            + "Content-Type: text/html\n\n"
            + "<p>Look <img src=\"cid:ada@home.example\" alt=\"me\" width=\"20\"> <img"
            + " src=\"cid:gone\" alt=\"lost\"></p>\n"
            + "--b\n"
            + "Content-Type: image/png; name=\"ada@home.example.png\"\n"
            + "Content-ID: <ada@home.example>\n"
            + "Content-Transfer-Encoding: base64\n\n"
            + picture
            + "\n--b--\n";
    var letter = ready(aLetter().of(came));
    var text = finished(letter);
    assertThat(text)
        .contains("cid:p1.")
        .contains("Content-ID: <p1.")
        .contains("[lost]")
        .contains("filename=\"file.png\"")
        .doesNotContain("home.example");
    var alternative = (Multi) ComposeFixture.read(letter.message().stored()).root();
    assertThat(alternative.parts().getLast().mediaType().full()).isEqualTo("multipart/related");
  }

  @Test
  void saysWhatItLeftOut() {
    var svg =
        HEAD
            + "Subject: x\n"
            + "Content-Type: image/svg+xml\n"
            + "Content-Disposition: attachment; filename=a.svg\n\n"
            + "<svg/>";
    assertThat(finished(aLetter().of(svg)))
        .contains(LeftOut.PICTURE_UNREADABLE.line().substring(0, 40));
    var forbidden =
        HEAD
            + "Subject: x\n"
            + "Content-Type: application/x-thing\n"
            + "Content-Disposition: attachment; filename=\"a.EXE. \"\n\n"
            + "MZ";
    assertThat(ready(aLetter().forbidding(".exe").of(forbidden)).leftOut())
        .containsExactly(LeftOut.FORBIDDEN_FILE);
    assertThat(ready(aLetter().forbidding("application/x-thing").of(forbidden)).leftOut())
        .containsExactly(LeftOut.FORBIDDEN_FILE);
    assertThat(ready(aLetter().of(forbidden)).leftOut()).isEmpty();
    var picture =
        HEAD
            + "Subject: x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\n"
            + Base64.getMimeEncoder().encodeToString(PictureTest.pngWithAuthor("x"));
    assertThat(ready(aLetter().atMost(100, 1000).of(picture)).leftOut())
        .containsExactly(LeftOut.PICTURE_TOO_LARGE);
  }

  @Test
  void passesATextFileWithItsCharsetAndReadsItByIt() {
    var head = HEAD + "Subject: x\nContent-Disposition: attachment; filename=a.txt\n";
    assertThat(finished(aLetter().of(head + "Content-Type: text/plain; charset=ISO-2022-JP\n\nx")))
        .contains("Content-Type: text/plain; charset=iso-2022-jp\r\n");
    var hidden = head + "Content-Type: text/plain; charset=utf-7\n\nada+AEA-home+AC4-example";
    assertThat(ready(aLetter().of(hidden)).leftOut()).containsExactly(LeftOut.FILE_WITH_ADDRESS);
  }

  @Test
  void letsASenderWhoSharesTheAddressSignEncryptAndForward() {
    var signed =
        "Subject: x\nContent-Type: multipart/signed; boundary=b\n\n--b\n\nHello\n--b\n"
            + "Content-Type: application/pgp-signature; name=s.asc\n\nada@home.example\n--b--\n";
    var encrypted =
        "Subject: x\nContent-Type: multipart/encrypted; boundary=b\n\n--b\n"
            + "Content-Type: application/pgp-encrypted\n\nVersion: 1\n--b\n"
            + "Content-Type: application/octet-stream\n\nabc\n--b--\n";
    var forwarded = "Subject: x\nContent-Type: message/rfc822\n\nTo: ada@home.example\n\nHi";
    for (var came : List.of(signed, encrypted, forwarded)) {
      var letter = ready(aLetter().sharing(ComposeFixture.HOME).of(HEAD + came));
      assertThat(letter.leftOut()).isEmpty();
      var finished = letter.message().addressedTo(ComposeFixture.READER);
      var allowed = Allowance.ofElected(ComposeFixture.HOME);
      assertThat(Gate.inspect(finished, ComposeFixture.hidden(), allowed))
          .isEqualTo(new GateVerdict.Passed());
      var other =
          ready(
              aLetter()
                  .sharing(ComposeFixture.HOME)
                  .of(HEAD + came.replace("ada@home", "ada.lovelace@work")));
      assertThat(other.leftOut()).hasSize(came.contains("ada@home") ? 1 : 0);
    }
    assertThat(aLetter().of(HEAD + encrypted))
        .isEqualTo(new Composed.Refused(LetterRefusal.SIGNED_OR_ENCRYPTED));
  }

  @Test
  void printsNothingOfTheLetter() {
    var letter =
        ready(
            aLetter()
                .sharing(ComposeFixture.HOME)
                .of(HEAD + "Subject: x\n\nHello ada@home.example"));
    assertThat(letter.toString()).doesNotContain("Hello").doesNotContain("home.example");
    assertThat(ComposeFixture.scrub().toString()).doesNotContain("home.example");
  }

  private static String md5(String text) {
    return Digests.of(text).iterator().next();
  }

  private static String base64(String text) {
    return Base64.getEncoder()
        .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
