package postern.web.letters;

import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import postern.http.Cursor;
import postern.http.Problem;
import postern.kernel.CorrespondenceId;
import postern.kernel.MemberId;
import postern.kernel.Viewer;
import postern.letters.LetterState;
import postern.letters.LetterView;
import postern.letters.Letters;
import postern.letters.Via;
import postern.letters.Written;
import postern.privacy.Reveal;
import postern.web.Desk;
import postern.web.Field;
import postern.web.MemberName;
import postern.web.Pager;
import postern.web.Postern;
import postern.web.Said;
import postern.web.Section;
import postern.web.Visit;

/** Makes the pages of letters from what the room tells. */
final class LetterPages {
  private static final int LETTERS_A_PAGE = 20;
  private static final Instant LAST = Instant.parse("2900-01-01T00:00:00Z");

  private final Desk desk;

  LetterPages(Desk desk) {
    this.desk = desk;
  }

  CorrespondencePage correspondence(Visit visit, CorrespondenceId id, String before, Field body) {
    var member = visit.member();
    var other = letters().other(member, id).orElseThrow(() -> Problem.notFound().thrown());
    var cursor = Optional.ofNullable(Cursor.parse(before));
    var page =
        letters()
            .latest(
                member,
                id,
                cursor.map(Cursor::at).orElse(LAST),
                cursor.map(Cursor::id).orElse(Long.MAX_VALUE),
                LETTERS_A_PAGE)
            .orElseThrow(() -> Problem.notFound().thrown());
    var base = "/letters/" + id;
    var with = name(other);
    boolean blocked = letters().blocked(member, other);
    var older =
        page.more()
            ? Optional.of(
                base
                    + "?before="
                    + new Cursor(page.rows().getFirst().key(), page.rows().getFirst().id().value())
                        .text())
            : Optional.<String>empty();
    return new CorrespondencePage(
        visit.frame("Letters with " + with.text(), Section.LETTERS),
        with,
        base,
        theySee(member, other, with),
        youSee(member, other, with),
        shown(member, other),
        letters().reach(member, id).map(Object::toString),
        page.rows().stream().map(letter -> view(visit, letter, base, with)).toList(),
        Pager.byKey(Optional.empty(), older),
        blocked ? Optional.empty() : Optional.of(answer(visit, id, body)),
        blocked
            ? Optional.of("You blocked " + with.text() + ". Unblock them to write again.")
            : Optional.empty(),
        blocked,
        letters().keeps(member, id));
  }

  /** What a letter that was sent off answers with, or nothing when the form has to come again. */
  Response sent(Written.Sent sent) {
    return desk.answers().seeOther(Said.LETTER_SENT.at("/letters/" + sent.correspondence()));
  }

  /** Why a letter was not taken, in words for its writer. */
  static String refusal(Written written) {
    return switch (written) {
      case Written.Sent _ -> "";
      case Written.NoSuchMember _, Written.NotTaking _ -> "This member takes no letters from you.";
      case Written.YouBlocked _ -> "You have blocked this member. End that first.";
      case Written.ToYourself _ -> "This is you. Write to somebody else.";
      case Written.NotInGoodStanding _ ->
          "Your account cannot write at the moment. Your settings say why.";
      case Written.TooMany(var wait) ->
          "You have written many letters. Try again in "
              + Math.max(1, wait.toHours())
              + (wait.toHours() <= 1 ? " hour." : " hours.");
      case Written.BadText _ ->
          "Write a text of up to 20,000 characters, and a subject of up to 200.";
    };
  }

  Postern theySee(Viewer.Member member, MemberId other, MemberName with) {
    boolean open =
        desk.forum()
            .foundation()
            .storage()
            .database()
            .read(
                tx ->
                    desk.forum()
                        .foundation()
                        .elections()
                        .electedFor(tx, member.id(), other)
                        .isPresent());
    return open
        ? Postern.open(with.text() + " sees your address, because you chose so.")
        : Postern.closed(with.text() + " does not see your address.");
  }

  String fromLine(Viewer.Member member, Optional<CorrespondenceId> id) {
    var mask =
        id.flatMap(known -> letters().standIn(member, known))
            .map(Object::toString)
            .orElse(
                member.username()
                    + ".…@"
                    + desk.forum().foundation().settings().delivery().domain());
    return "“"
        + member.username()
        + " ("
        + desk.forum().foundation().settings().name()
        + ")” <"
        + mask
        + ">";
  }

  OwnAddressPage own(
      Visit visit,
      MemberName to,
      String action,
      Optional<String> subject,
      String body,
      boolean share) {
    return new OwnAddressPage(
        visit.frame("Your own words", Section.LETTERS),
        to,
        action,
        subject,
        body,
        share,
        letters().ownWords().stretches(visit.member(), body).stream()
            .map(part -> new OwnAddressPage.Stretch(part.text(), part.own()))
            .toList());
  }

  MemberName name(MemberId id) {
    return desk.people().named(java.util.List.of(id)).get(id);
  }

  Letters letters() {
    return desk.forum().letters();
  }

  private CorrespondencePage.Answer answer(Visit visit, CorrespondenceId id, Field body) {
    return new CorrespondencePage.Answer(body, fromLine(visit.member(), Optional.of(id)));
  }

  private Postern youSee(Viewer.Member member, MemberId other, MemberName with) {
    return shown(member, other).isPresent()
        ? Postern.open(with.text() + " shows you this address.")
        : Postern.closed("You do not see the address of " + with.text() + ".");
  }

  private Optional<String> shown(Viewer.Member member, MemberId other) {
    return desk.forum().foundation().vault().show(other, member) instanceof Reveal.Shown shown
        ? Optional.of(shown.address().text())
        : Optional.empty();
  }

  private CorrespondencePage.LetterView view(
      Visit visit, LetterView letter, String base, MemberName with) {
    return new CorrespondencePage.LetterView(
        letter.id().toString(),
        letter.mine() ? visit.me().orElseThrow().name() : with,
        visit.when(letter.writtenAt()),
        letter.subject().filter(text -> !text.isBlank()).orElse("No subject"),
        letter.body(),
        travel(letter),
        letter.mine() ? Optional.empty() : Optional.of(base + "/report/" + letter.id()),
        false,
        letter.mine(),
        false);
  }

  private static Travel travel(LetterView letter) {
    var how = letter.via() == Via.SITE ? "From the site" : "By mail";
    return switch (letter.state()) {
      case ON_ITS_WAY -> Travel.onItsWay(how);
      case DELIVERED -> Travel.delivered(how);
      case UNDELIVERABLE -> Travel.failed("Write again later, or ask them on the forum.");
      case HELD ->
          Travel.held(
              "Your own address stands in: "
                  + String.join("; ", letter.heldPlaces())
                  + ". Write it again without it.");
    };
  }

  static boolean open(LetterState state) {
    return state == LetterState.ON_ITS_WAY;
  }
}
