package postern.letters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import postern.accounts.MemberView;
import postern.http.RateLimits;
import postern.kernel.CorrespondenceId;
import postern.kernel.LetterId;
import postern.kernel.MaskedAddress;
import postern.kernel.MemberId;
import postern.kernel.Slice;
import postern.kernel.Username;
import postern.kernel.Viewer;
import postern.letters.SidesDao.Side;
import postern.storage.Tx;

/**
 * The door to letters for those who write and read them on the site. Another pair's correspondence
 * and one that does not exist are answered alike, by an empty result.
 */
public final class Letters {
  // Nothing is written with it: the page only asks whether something would be found.
  private static final String NO_TOKEN = "aaaaaaaaaaaaaaaaaaaa";

  private final Room room;
  private final Correspondences correspondences;
  private final Masks masks;
  private final RulesOfMembers rules;
  private final EndTokens endTokens;
  private final Drafting drafting;
  private final LetterDesk desk;
  private final Composer composer;
  private final LetterLists lists;
  private final MailedLetters mailed;
  private final LetterReports reports;

  private Letters(Room room) {
    this.room = room;
    this.rules = new RulesOfMembers(room.keys());
    this.masks = new Masks(room.sources(), room.keys(), room.settings().domain());
    this.endTokens = new EndTokens(room.keys());
    this.correspondences =
        new Correspondences(
            room.sources(),
            room.accounts(),
            room.blocks(),
            rules,
            room.limits(),
            room.settings().limits());
    this.drafting = new Drafting(room, masks, rules, endTokens);
    this.desk = new LetterDesk(room, correspondences);
    this.composer = new Composer(room.sources().randomness());
    this.lists = new LetterLists(room, correspondences);
    this.mailed = new MailedLetters(room, correspondences, masks, drafting, desk, composer);
    this.reports = new LetterReports(room, lists);
    new LetterJobs(room, composer, drafting).register();
  }

  public static Letters of(Room room) {
    return new Letters(room);
  }

  /** The door for letters that come by mail. */
  public MailedLetters mailed() {
    return mailed;
  }

  /** The door for what moderators are shown of letters. */
  public LetterReports reports() {
    return reports;
  }

  /**
   * Sends a letter to a member by name. What it holds of the writer's own addresses is replaced by
   * a mark.
   */
  public Written write(Viewer.Member writer, Username to, NewLetter letter) {
    return room.database()
        .write(
            tx ->
                room.accounts()
                    .find(tx, to)
                    .map(reader -> write(tx, writer, reader, letter))
                    .orElseGet(Written.NoSuchMember::new));
  }

  /** Answers in a correspondence of one's own; empty for any other. */
  public Optional<Written> answer(
      Viewer.Member writer, CorrespondenceId id, String body, boolean leaveOwnAddress) {
    return room.database()
        .write(
            tx ->
                correspondences
                    .side(tx, id, writer.id())
                    .map(side -> answer(tx, writer, side, body, leaveOwnAddress)));
  }

  /**
   * What stands in the text that the writer hides: their own addresses and listed strings, as words
   * for the page.
   */
  public List<String> ownIn(Viewer.Member writer, String text) {
    return room.database()
        .read(
            tx -> {
              var mask = new MaskedAddress(writer.username(), NO_TOKEN, room.settings().domain());
              var origin = room.settings().origin().toString();
              var address = Scrub.of(room.vault().everOf(tx, writer.id()), List.of(), mask, origin);
              var words = Scrub.of(List.of(), rules.of(tx, writer.id()).listed(), mask, origin);
              List<String> found = new ArrayList<>();
              if (address.holds(text)) {
                found.add("your address");
              }
              if (words.holds(text)) {
                found.add("something on your list of private words");
              }
              return found;
            });
  }

  /** The viewer's correspondences, by their last letter, newest first. */
  public Slice<CorrespondenceView> correspondences(
      Viewer.Member viewer, Instant before, long id, int limit) {
    return lists.correspondences(viewer, before, id, limit);
  }

  /** The other member of a correspondence of the viewer's own; empty for any other. */
  public Optional<MemberId> other(Viewer.Member viewer, CorrespondenceId id) {
    return room.database().read(tx -> correspondences.side(tx, id, viewer.id()).map(Side::other));
  }

  /** The viewer's correspondence with this member, if they ever wrote to each other. */
  public Optional<CorrespondenceId> with(Viewer.Member viewer, MemberId other) {
    return room.database()
        .read(tx -> correspondences.between(tx, viewer.id(), other).map(Side::correspondence));
  }

  /** The letters of a correspondence of the viewer's own, oldest first; empty for any other. */
  public Optional<Slice<LetterView>> letters(
      Viewer.Member viewer, CorrespondenceId id, Instant after, long afterId, int limit) {
    return lists.letters(viewer, id, after, afterId, limit);
  }

  /**
   * The last letters before a time, oldest of them first; {@code more} says that older ones exist.
   * Empty for another's.
   */
  public Optional<Slice<LetterView>> latest(
      Viewer.Member viewer, CorrespondenceId id, Instant before, long beforeId, int limit) {
    return lists.latest(viewer, id, before, beforeId, limit);
  }

  /** A letter that the viewer received; empty for any other. */
  public Optional<LetterView> received(Viewer.Member viewer, LetterId id) {
    return lists.received(viewer, id);
  }

  /** At which address the viewer reaches the other by mail. Empty for no such correspondence. */
  public Optional<MaskedAddress> reach(Viewer.Member viewer, CorrespondenceId id) {
    return room.database()
        .write(
            tx ->
                correspondences
                    .side(tx, id, viewer.id())
                    .flatMap(side -> room.accounts().member(tx, side.other()))
                    .map(other -> masks.standIn(tx, other.id(), other.username(), viewer.id())));
  }

  /** Whether the text of letters in this correspondence stays on the site for the viewer. */
  public boolean keeps(Viewer.Member viewer, CorrespondenceId id) {
    return room.database()
        .read(
            tx ->
                correspondences
                    .side(tx, id, viewer.id())
                    .map(side -> correspondences.keeps(tx, side))
                    .orElse(false));
  }

  /** Keeps the text of letters in this correspondence from now on, or not. */
  public boolean setKeeps(Viewer.Member viewer, CorrespondenceId id, boolean keeps) {
    return room.database().write(tx -> tx.dao(SidesDao.class).setKeeps(id, viewer.id(), keeps))
        == 1;
  }

  /** A stretch of what was typed, and whether the writer hides it elsewhere. */
  public record Stretch(String text, boolean own) {
    @Override
    public String toString() {
      return "Stretch[hidden]";
    }
  }

  /** The text cut where something of the writer's own stands that they hide elsewhere. */
  public List<Stretch> stretches(Viewer.Member writer, String text) {
    return room.database()
        .read(
            tx -> {
              var mask = new MaskedAddress(writer.username(), NO_TOKEN, room.settings().domain());
              var scrub =
                  Scrub.of(
                      room.vault().everOf(tx, writer.id()),
                      rules.of(tx, writer.id()).listed(),
                      mask,
                      room.settings().origin().toString());
              List<Stretch> cut = new ArrayList<>();
              int at = 0;
              for (var find : scrub.finds(text, false)) {
                cut.add(new Stretch(text.substring(at, find.from()), false));
                cut.add(new Stretch(text.substring(find.from(), find.to()), true));
                at = find.to();
              }
              cut.add(new Stretch(text.substring(at), false));
              return cut.stream().filter(stretch -> !stretch.text().isEmpty()).toList();
            });
  }

  public void markRead(Viewer.Member viewer, CorrespondenceId id) {
    room.database()
        .run(
            tx -> {
              if (tx.dao(SidesDao.class).markRead(id, viewer.id()) > 0) {
                room.jobs().publish(tx, new LettersRead(id, viewer.id()));
              }
            });
  }

  public int unread(Viewer.Member viewer) {
    return room.database().read(tx -> tx.dao(SidesDao.class).unread(viewer.id()));
  }

  /**
   * Nothing more comes from the other, and no election shows them the viewer's address. False for
   * no such one.
   */
  public boolean block(Viewer.Member viewer, CorrespondenceId id) {
    return withOther(viewer, id, (tx, other) -> room.blocks().block(tx, viewer.id(), other));
  }

  public boolean unblock(Viewer.Member viewer, CorrespondenceId id) {
    return withOther(viewer, id, (tx, other) -> room.blocks().unblock(tx, viewer.id(), other));
  }

  public boolean blocked(Viewer.Member viewer, MemberId other) {
    return room.database().read(tx -> room.blocks().blocked(tx, viewer.id(), other));
  }

  /**
   * A new masked address for the viewer toward the other; the old one ends. Empty for no such
   * correspondence.
   */
  public Optional<MaskedAddress> renew(Viewer.Member viewer, CorrespondenceId id) {
    return room.database()
        .write(
            tx ->
                correspondences
                    .side(tx, id, viewer.id())
                    .map(side -> masks.renew(tx, viewer.id(), viewer.username(), side.other())));
  }

  /** What the other sees in place of the viewer's address. */
  public Optional<MaskedAddress> standIn(Viewer.Member viewer, CorrespondenceId id) {
    return room.database()
        .write(
            tx ->
                correspondences
                    .side(tx, id, viewer.id())
                    .map(side -> masks.standIn(tx, viewer.id(), viewer.username(), side.other())));
  }

  /**
   * Ends a correspondence for the one whose link this is; they open it again by writing. False for
   * a forged link.
   */
  public boolean end(String token) {
    return endTokens
        .read(token)
        .map(
            ending ->
                room.database()
                        .write(
                            tx ->
                                tx.dao(SidesDao.class)
                                    .setClosed(
                                        ending.correspondence(),
                                        ending.member(),
                                        room.sources().now()))
                    == 1)
        .orElse(false);
  }

  /** The public name of a member whom a list of this room names. */
  public String nameOf(MemberId id) {
    return room.database().read(tx -> room.accounts().author(tx, id).username().text());
  }

  public LetterRules rules(Viewer.Member viewer) {
    return room.database().read(tx -> rules.of(tx, viewer.id()));
  }

  public void setRules(Viewer.Member viewer, LetterRules chosen) {
    room.database().run(tx -> rules.set(tx, viewer.id(), chosen));
  }

  private Written answer(Tx tx, Viewer.Member writer, Side side, String body, boolean leave) {
    var subject = lists.lastSubject(tx, side).map(Letters::reply).orElse("");
    return correspondences
        .member(tx, side.other())
        .map(reader -> write(tx, writer, reader, new NewLetter(subject, body, false, leave)))
        .orElseGet(Written.NotTaking::new);
  }

  private Written write(Tx tx, Viewer.Member writer, MemberView reader, NewLetter letter) {
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
        letter.leaveOwnAddress()
            ? List.<postern.kernel.EmailAddress>of()
            : room.vault().everOf(tx, sender.id());
    var mask = masks.standIn(tx, sender.id(), sender.username(), reader.id());
    var scrub =
        Scrub.of(
            hidden, rules.of(tx, sender.id()).listed(), mask, room.settings().origin().toString());
    desk.store(tx, blank, scrub.words(subject), PlainLetter.scrubbed(body, scrub));
    return new Written.Sent(blank.id(), blank.correspondence());
  }

  private boolean withOther(
      Viewer.Member viewer, CorrespondenceId id, java.util.function.BiConsumer<Tx, MemberId> work) {
    return room.database()
        .write(
            tx -> {
              var side = correspondences.side(tx, id, viewer.id());
              side.ifPresent(found -> work.accept(tx, found.other()));
              return side.isPresent();
            });
  }

  private static String reply(String subject) {
    return subject.regionMatches(true, 0, "Re:", 0, 3) ? subject : "Re: " + subject;
  }
}
