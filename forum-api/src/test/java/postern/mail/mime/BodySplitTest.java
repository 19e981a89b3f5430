package postern.mail.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static postern.mail.mime.BodySplit.Kind.QUOTATION;
import static postern.mail.mime.BodySplit.Kind.SIGNATURE;
import static postern.mail.mime.BodySplit.Kind.WORDS;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodySplitTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "On Fri, 1 Mar 2030 at 12:04, Ada Example <ada@home.example>\nwrote:",
        "On Fri, 1 Mar 2030 at 12:04, Ada Example <\nada@home.example> wrote:",
        "Le 1 mars 2030 12:04, \"Ada\" <ada@home.example>\na écrit\u00a0:",
        "Am 01.03.2030 um 12:04 schrieb Ada:",
        "Ada <ada@home.example> schrieb am Fr., 1. März 2030\num 12:04 Uhr:",
        "Il giorno 1 marzo 2030 alle 12:04 Ada <ada@home.example> ha scritto:",
        "El vie, 1 mar 2030 a las 12:04, Ada (<ada@home.example>) escribió:",
        "Em 1 de março de 2030 12:04, Ada <ada@home.example> escreveu:",
        "Op 1 mrt. 2030 om 12:04 schreef Ada <ada@home.example>:",
        "Den 1 mars 2030 skrev Ada <ada@home.example>:",
        "1 mar 2030 12:04 \"Ada\" <ada@home.example> napisał(a):",
        "1 мар. 2030 г. 12:04 пользователь Ада <ada@home.example> написал:",
        "2030年3月1日 12:04，Ada <ada@home.example> 写道：",
        "2030-03-01 12:04 GMT+01:00 Ada <ada@home.example>:"
      })
  void seesWhoWroteWhatFollows(String attribution) {
    var split =
        BodySplit.of(
            "Own words in 2 lines,\nno more.\n\n" + attribution + "\n\n> quoted\n> more\n");
    assertThat(split.reply()).isEqualTo("Own words in 2 lines,\nno more.");
    assertThat(split.segments().getFirst().text()).isEqualTo("Own words in 2 lines,\nno more.\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-----Original Message-----\nFrom: Ada\nSent: Friday\nTo: Bea\nSubject: Hi\n\nold",
        "________________________________\n"
            + "Von: Ada <ada@home.example>\n"
            + "Gesendet: Freitag\n"
            + "An: Bea\n"
            + "Betreff: Hi\n\n"
            + "old",
        "*From:* Ada\n"
            + "*Sent:* Friday\n"
            + "*To:* Bea\n"
            + "*Subject:* a long one that\n"
            + "goes on\n"
            + "*Cc:* Cea\n\n"
            + "old",
        "---------- Forwarded message ----------\nFrom: Ada\nTo: Bea\n\nold",
        "---- On Fri, 1 Mar 2030 12:04:00 +0000 Ada <ada@home.example> wrote ----\n\nold"
      })
  void takesAllBelowAQuotedHeadForQuoted(String head) {
    var split = BodySplit.of("Own words.\n\n" + head);
    assertThat(split.reply()).isEqualTo("Own words.");
    assertThat(split.segments().getLast().kind()).isEqualTo(QUOTATION);
    assertThat(split.segments().getLast().text()).endsWith("old");
  }

  @Test
  void keepsAnswersBetweenAndBelowQuotations() {
    var split = BodySplit.of("On 1 May 2030 Ada wrote:\n> one?\nYes.\n> two?\nNo.\n-- \nBea\n");
    assertThat(split.segments())
        .extracting(BodySplit.Segment::kind)
        .containsExactly(QUOTATION, WORDS, QUOTATION, WORDS, SIGNATURE);
    assertThat(split.reply()).isEqualTo("> one?\nYes.\n> two?\nNo.");
    assertThat(
            BodySplit.of("Hi,\n\nOn 1 May 2030 Ada wrote:\n> one?\n\nAn answer below.\n").reply())
        .contains("An answer below.");
  }

  @Test
  void leavesWordsThatOnlyLookLikeSomethingElse() {
    for (var body :
        List.of(
            "Title\n=====\n\nText below\n\n---\n\nMore\n" + "text\n".repeat(20),
            "```\n> code\n--\nFrom: x\n```\nend",
            "To: the point.\n\nDate: none.",
            "Sent from my office yesterday, it should arrive.\n\nBye",
            "| a | b |\n|---|---|\n| 1 | 2 |",
            "On this day\nI wrote something")) {
      assertThat(BodySplit.of(body).reply()).isEqualTo(body.stripTrailing());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- \nBea\nbea.example",
        "Sent from my iPhone",
        "Von meinem Mobilgerät gesendet",
        "Envoyé depuis mon iPhone",
        "Get Outlook for Android",
        "從我的 iPhone 傳送"
      })
  void seesSignatures(String signature) {
    var split = BodySplit.of("Own words.\n\n" + signature);
    assertThat(split.reply()).isEqualTo("Own words.");
    assertThat(split.segments().getLast().kind()).isEqualTo(SIGNATURE);
  }

  @Test
  void losesNothing() {
    var body = "a\r\n> b\n\nOn 1 May 2030 Ada wrote:\n\n> c\n--\nd\n\n";
    assertThat(
            String.join(
                "\n", BodySplit.of(body).segments().stream().map(BodySplit.Segment::text).toList()))
        .isEqualTo(body.replace("\r\n", "\n"));
    assertThat(BodySplit.of("").reply()).isEmpty();
  }

  @Test
  void takesItsTimeOnlyByTheLength() {
    var bodies =
        List.of(
            "> ".repeat(200_000),
            "On 1 ".repeat(50_000),
            "<a@b ".repeat(50_000),
            "On 1 <\n".repeat(30_000),
            "x\n".repeat(200_000),
            "From: a\nb\n".repeat(50_000),
            "***\n".repeat(50_000),
            "On 1 May 2030 Ada wrote:\n".repeat(20_000),
            "> 1 <\n".repeat(50_000));
    for (var body : bodies) {
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(120), () -> BodySplit.of(body).segments());
    }
  }
}
