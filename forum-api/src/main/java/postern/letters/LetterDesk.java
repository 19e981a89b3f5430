package postern.letters;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import postern.accounts.MemberView;
import postern.kernel.Base32;
import postern.kernel.CorrespondenceId;
import postern.kernel.LetterId;
import postern.kernel.MemberId;
import postern.letters.LettersDao.LetterRow;
import postern.letters.SidesDao.Side;
import postern.storage.Tx;

/**
 * Takes in a letter, however it came: a row with its words sealed, and the job that will send it.
 */
final class LetterDesk {
  static final String JOB = "compose-letter";

  private final Room room;
  private final Correspondences correspondences;

  LetterDesk(Room room, Correspondences correspondences) {
    this.room = room;
    this.correspondences = correspondences;
  }

  record Compose(LetterId letter) {}

  /**
   * What came, before it is a letter.
   *
   * @param cameId the sender's own Message-ID; empty for the site
   * @param answers Message-IDs that it says it answers, the nearest first; empty for the site,
   *     where the latest letter is answered
   * @param raw the message as it came; empty for the site
   */
  record Came(
      Via via,
      Optional<String> cameId,
      List<String> answers,
      Optional<byte[]> raw,
      boolean spoken) {
    static Came fromSite(boolean spoken) {
      return new Came(Via.SITE, Optional.empty(), List.of(), Optional.empty(), spoken);
    }

    @Override
    public String toString() {
      return "Came[" + via + "]";
    }
  }

  /**
   * The row as it will be stored, without its words: enough for the composer. Begins the
   * correspondence.
   */
  LetterRow blank(Tx tx, MemberView sender, MemberView recipient, Came came, Drafting drafting) {
    var correspondence = correspondences.open(tx, sender.id(), recipient.id());
    var id = new LetterId(room.sources().ids().unguessable());
    var keys = room.keys();
    var now = room.sources().now();
    var messageId =
        "<"
            + Base32.encode(room.sources().randomness().bytes(15))
            + "@"
            + room.settings().domain()
            + ">";
    return new LetterRow(
        id,
        correspondence,
        sender.id(),
        recipient.id(),
        came.via(),
        now,
        new byte[0],
        null,
        came.raw().map(raw -> keys.seal(raw, LetterRow.place(id, "raw"))).orElse(null),
        parent(tx, correspondence, sender.id(), came, drafting),
        messageId,
        came.cameId().map(own -> keys.sealText(own, LetterRow.place(id, "came_id"))).orElse(null),
        came.cameId().map(Drafting::hash).orElse(null),
        LetterState.ON_ITS_WAY,
        now.truncatedTo(ChronoUnit.HOURS),
        came.spoken(),
        keeps(tx, correspondence, sender.id()),
        keeps(tx, correspondence, recipient.id()));
  }

  /** Stores the letter with its words and enqueues its sending. */
  void store(Tx tx, LetterRow blank, String subject, String body) {
    var keys = room.keys();
    var id = blank.id();
    var sealedSubject = keys.sealText(cut(subject), LetterRow.place(id, "subject"));
    var sealedBody = keys.sealText(body, LetterRow.place(id, "body"));
    tx.dao(LettersDao.class).insert(blank.withWords(sealedSubject, sealedBody));
    var sides = tx.dao(SidesDao.class);
    sides.advance(blank.correspondence(), blank.sender(), id, blank.writtenAt(), 0);
    sides.advance(blank.correspondence(), blank.recipient(), id, blank.writtenAt(), 1);
    room.jobs().enqueue(tx, JOB, new Compose(id));
    room.jobs()
        .publish(
            tx, new LetterArrived(id, blank.correspondence(), blank.sender(), blank.recipient()));
  }

  private boolean keeps(Tx tx, CorrespondenceId correspondence, MemberId member) {
    var side = tx.dao(SidesDao.class).side(correspondence, member).orElseThrow();
    return correspondences.keeps(tx, side);
  }

  private LetterId parent(
      Tx tx, CorrespondenceId correspondence, MemberId sender, Came came, Drafting drafting) {
    return switch (came.via()) {
      case MAIL -> drafting.parent(tx, correspondence, came.answers()).orElse(null);
      case SITE ->
          tx.dao(SidesDao.class).side(correspondence, sender).map(Side::lastLetter).orElse(null);
    };
  }

  private static String cut(String subject) {
    int length = subject.codePointCount(0, subject.length());
    return length <= NewLetter.MAX_SUBJECT
        ? subject
        : subject.substring(0, subject.offsetByCodePoints(0, NewLetter.MAX_SUBJECT));
  }
}
