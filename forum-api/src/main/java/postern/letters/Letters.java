package postern.letters;

import java.time.Instant;
import java.util.Optional;
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
  private final Room room;
  private final Correspondences correspondences;
  private final Masks masks;
  private final RulesOfMembers rules;
  private final EndTokens endTokens;
  private final LetterLists lists;
  private final MailedLetters mailed;
  private final HeldLetters held;
  private final LetterReports reports;
  private final OwnWords ownWords;
  private final Writing writing;

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
    var drafting = new Drafting(room, masks, rules, endTokens);
    var desk = new LetterDesk(room, correspondences);
    var composer = new Composer(room.sources().randomness());
    this.lists = new LetterLists(room, correspondences);
    this.mailed = new MailedLetters(room, correspondences, masks, drafting, desk, composer);
    this.held = new HeldLetters(room, correspondences, mailed);
    this.reports = new LetterReports(room, lists);
    this.ownWords = new OwnWords(room, rules);
    this.writing = new Writing(room, correspondences, masks, rules, drafting, desk, lists);
    new LetterJobs(room, composer, drafting).register();
  }

  public static Letters of(Room room) {
    return new Letters(room);
  }

  /** The door for letters that come by mail. */
  public MailedLetters mailed() {
    return mailed;
  }

  /** What a writer's text holds that they hide elsewhere; the page asks before it is sent. */
  public OwnWords ownWords() {
    return ownWords;
  }

  /** The door for letters whose authors are asked whether they wrote them. */
  public HeldLetters held() {
    return held;
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
                    .map(reader -> writing.write(tx, writer, reader, letter))
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
                    .map(side -> writing.answer(tx, writer, side, body, leaveOwnAddress)));
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
}
