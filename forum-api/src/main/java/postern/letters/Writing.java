package postern.letters;

import java.util.List;
import postern.accounts.MemberView;
import postern.http.RateLimits;
import postern.kernel.EmailAddress;
import postern.kernel.Viewer;
import postern.letters.SidesDao.Side;
import postern.storage.Tx;

/** Letters that are written on the site: asked of the rules, counted, scrubbed and taken in. */
final class Writing {
  private final Room room;
  private final Correspondences correspondences;
  private final Masks masks;
  private final RulesOfMembers rules;
  private final Drafting drafting;
  private final LetterDesk desk;
  private final LetterLists lists;

  Writing(
      Room room,
      Correspondences correspondences,
      Masks masks,
      RulesOfMembers rules,
      Drafting drafting,
      LetterDesk desk,
      LetterLists lists) {
    this.room = room;
    this.correspondences = correspondences;
    this.masks = masks;
    this.rules = rules;
    this.drafting = drafting;
    this.desk = desk;
    this.lists = lists;
  }

  Written answer(Tx tx, Viewer.Member writer, Side side, String body, boolean leave) {
    var subject = lists.lastSubject(tx, side).map(Writing::reply).orElse("");
    return correspondences
        .member(tx, side.other())
        .map(reader -> write(tx, writer, reader, new NewLetter(subject, body, false, leave)))
        .orElseGet(Written.NotTaking::new);
  }

  Written write(Tx tx, Viewer.Member writer, MemberView reader, NewLetter letter) {
    var sender = room.accounts().member(tx, writer.id()).orElseThrow();
    var body = letter.body() == null ? "" : letter.body().strip();
    var subject = letter.subject() == null ? "" : letter.subject().strip();
    if (body.isEmpty()
        || body.codePointCount(0, body.length()) > NewLetter.MAX_BODY
        || subject.codePointCount(0, subject.length()) > NewLetter.MAX_SUBJECT) {
      return new Written.BadText();
    }
    return switch (correspondences.verdict(tx, sender, reader)) {
      case WRITER_NOT_IN_GOOD_STANDING -> new Written.NotInGoodStanding();
      case TO_THEMSELVES -> new Written.ToYourself();
      case WRITER_BLOCKED_READER -> new Written.YouBlocked();
      case NOT_TAKING -> new Written.NotTaking();
      case MAY -> counted(tx, sender, reader, letter, subject, body);
    };
  }

  private Written counted(
      Tx tx, MemberView sender, MemberView reader, NewLetter letter, String subject, String body) {
    if (correspondences.count(tx, sender, reader) instanceof RateLimits.Taken.TooMany(var wait)) {
      return new Written.TooMany(wait);
    }
    if (letter.shareAddress()) {
      room.elections().elect(tx, sender.id(), reader.id());
    }
    var blank =
        desk.blank(
            tx, sender, reader, LetterDesk.Came.fromSite(letter.leaveOwnAddress()), drafting);
    var hidden =
        letter.leaveOwnAddress() ? List.<EmailAddress>of() : room.vault().everOf(tx, sender.id());
    var mask = masks.standIn(tx, sender.id(), sender.username(), reader.id());
    var scrub =
        Scrub.of(
            hidden, rules.of(tx, sender.id()).listed(), mask, room.settings().origin().toString());
    desk.store(tx, blank, scrub.words(subject), PlainLetter.scrubbed(body, scrub));
    return new Written.Sent(blank.id(), blank.correspondence());
  }

  private static String reply(String subject) {
    return subject.regionMatches(true, 0, "Re:", 0, 3) ? subject : "Re: " + subject;
  }
}
