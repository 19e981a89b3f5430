package postern.web.letters;

import static postern.web.Samples.ada;
import static postern.web.Samples.ago;
import static postern.web.Samples.ben;
import static postern.web.Samples.chidi;
import static postern.web.Samples.longName;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import postern.web.Count;
import postern.web.Field;
import postern.web.Frame;
import postern.web.MemberName;
import postern.web.PageModel;
import postern.web.Pager;
import postern.web.Postern;
import postern.web.Samples;
import postern.web.Section;

/** The pages of this room with made-up content. */
public final class LettersSamples {
  private static final String FROM =
      "“Chidi (chidi-o, Orchard Talk)” <chidi-o.k3vq7wmz2abtnxpe@members.orchard.example>";
  private static final Postern HIDDEN = Postern.closed("Ada Quill does not see your address.");
  private static final String TEXT =
      """
      Dear Ada,

      the beehives could go behind the shed, there is shade until noon and nobody walks there.
      Write to me at chidi@home.example or on the site, whichever is easier.

      Chidi\
      """;

  private LettersSamples() {}

  public static Map<String, PageModel> all() {
    return Map.of(
        "held-letters", held(),
        "letters", letters(),
        "letters-empty",
            new LettersPage(frame("Letters", "/letters"), List.of(), true, true, Pager.none()),
        "correspondence", correspondence(),
        "correspondence-blocked", blocked(),
        "write-letter", write(Field.empty("subject"), Field.empty("body")),
        "write-letter-wrong",
            write(
                Field.of("subject", "Beehives"),
                Field.of("body", "").refused("Write something before you send it.")),
        "own-address", ownAddress(),
        "report-letter", report());
  }

  private static Frame frame(String title, String path) {
    return Samples.member(title, Section.LETTERS, path);
  }

  private static LettersPage letters() {
    return new LettersPage(
        frame("Letters", "/letters"),
        List.of(
            row(
                ada(),
                "Two beehives",
                Optional.of("Behind the shed sounds right. When could"),
                40,
                3,
                true,
                null),
            row(
                longName(),
                "A subject that goes on and on, as if it had never heard of other lines",
                Optional.empty(),
                3000,
                12,
                false,
                null),
            row(
                ben(),
                "Re: quinces",
                Optional.of("No more letters, please."),
                30_000,
                2,
                false,
                "blocked"),
            row(MemberName.formerMember(), "שלום", Optional.empty(), 90_000, 1, false, null)),
        true,
        false,
        Pager.byKey(Optional.empty(), Optional.of("/letters?after=7")));
  }

  private static LettersPage.Row row(
      MemberName with,
      String subject,
      Optional<String> excerpt,
      int minutes,
      int letters,
      boolean unread,
      String state) {
    return new LettersPage.Row(
        "/letters/7",
        with,
        subject,
        excerpt,
        ago(Duration.ofMinutes(minutes)),
        Count.letters(letters),
        unread,
        Optional.ofNullable(state));
  }

  private static CorrespondencePage correspondence() {
    return new CorrespondencePage(
        frame("Letters with Ada Quill", "/letters/7"),
        ada(),
        "/letters/7",
        HIDDEN,
        Postern.open("Ada Quill shows you her address."),
        Optional.of("ada@quill.example"),
        Optional.of("ada.k3vq7wmz2abtnxpe@members.orchard.example"),
        List.of(
            letter("1", chidi(), 3000, Optional.of(TEXT), Travel.delivered("From the site"), true),
            letter(
                "2",
                ada(),
                2000,
                Optional.of("Behind the shed sounds right.\nWhen could you bring them?"),
                Travel.delivered("By mail"),
                false),
            letter("3", chidi(), 300, Optional.empty(), Travel.onItsWay("By mail"), true),
            letter(
                "4",
                chidi(),
                200,
                Optional.of("Once more."),
                Travel.failed("Ada’s mailbox did not take it. Write again later."),
                true),
            letter(
                "5",
                chidi(),
                100,
                Optional.of("My address is in here."),
                Travel.held(
                    "Your own address stands in it, at the marked place. Write it again without"
                        + " it."),
                true)),
        Pager.none(),
        Optional.of(new CorrespondencePage.Answer(Field.empty("body"), FROM)),
        Optional.empty(),
        false,
        true);
  }

  private static CorrespondencePage blocked() {
    return new CorrespondencePage(
        frame("Letters with ben", "/letters/8"),
        ben(),
        "/letters/8",
        Postern.closed("ben does not see your address."),
        Postern.closed("ben does not show his address."),
        Optional.empty(),
        Optional.empty(),
        List.of(
            letter(
                "9",
                ben(),
                4000,
                Optional.of("No more letters, please."),
                Travel.delivered("By mail"),
                false)),
        Pager.none(),
        Optional.empty(),
        Optional.of("You blocked ben. Unblock him to write again."),
        true,
        false);
  }

  private static CorrespondencePage.LetterView letter(
      String id, MemberName by, int minutes, Optional<String> text, Travel travel, boolean own) {
    return new CorrespondencePage.LetterView(
        id,
        by,
        ago(Duration.ofMinutes(minutes)),
        "Two beehives",
        text,
        travel,
        own ? Optional.empty() : Optional.of("/letters/7/report/" + id),
        id.equals("9"),
        own,
        id.equals("2"));
  }

  private static WriteLetterPage write(Field subject, Field body) {
    return new WriteLetterPage(
        frame("Write a letter", "/m/ada/letter"),
        ada(),
        "/m/ada/letter",
        subject,
        body,
        false,
        false,
        FROM,
        Postern.closed("Ada Quill will see your name, not your address."));
  }

  private static OwnAddressPage ownAddress() {
    var cut = TEXT.split("chidi@home.example");
    return new OwnAddressPage(
        frame("Your own address stands in the text", "/m/ada/letter"),
        ada(),
        "/m/ada/letter",
        Optional.of("Two beehives"),
        TEXT,
        false,
        List.of(
            new OwnAddressPage.Stretch(cut[0], false),
            new OwnAddressPage.Stretch("chidi@home.example", true),
            new OwnAddressPage.Stretch(cut[1], false)));
  }

  private static ReportLetterPage report() {
    return new ReportLetterPage(
        frame("Report a letter", "/letters/8/report/9"),
        ben(),
        "Quinces",
        "/letters/8/report/9",
        "/letters/8",
        Field.empty("reason"),
        true);
  }

  private static HeldLettersPage held() {
    return new HeldLettersPage(
        frame("Was this you?", "/letters/held"),
        List.of(
            new HeldLettersPage.Row(
                "11",
                "ada",
                "Two beehives",
                TEXT,
                Optional.of(Count.files(2)),
                ago(Duration.ofHours(2))),
            new HeldLettersPage.Row(
                "12",
                longName().text(),
                "No subject",
                "Yes.",
                Optional.empty(),
                ago(Duration.ofDays(1)))),
        Optional.of("You have sent many letters today. Please try again tomorrow."));
  }
}
