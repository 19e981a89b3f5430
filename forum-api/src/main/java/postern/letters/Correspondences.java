package postern.letters;

import java.util.Optional;
import postern.accounts.Accounts;
import postern.accounts.MemberView;
import postern.http.RateLimits;
import postern.kernel.CorrespondenceId;
import postern.kernel.MemberId;
import postern.kernel.Sources;
import postern.letters.SidesDao.Side;
import postern.privacy.Blocks;
import postern.storage.Tx;

/** The pairs who write to each other, and whether one may write to the other now. */
final class Correspondences {
  private final Sources sources;
  private final Accounts accounts;
  private final Blocks blocks;
  private final RulesOfMembers rules;
  private final RateLimits limits;
  private final LetterSettings.Limits settings;

  Correspondences(
      Sources sources,
      Accounts accounts,
      Blocks blocks,
      RulesOfMembers rules,
      RateLimits limits,
      LetterSettings.Limits settings) {
    this.sources = sources;
    this.accounts = accounts;
    this.blocks = blocks;
    this.rules = rules;
    this.limits = limits;
    this.settings = settings;
  }

  /** One member's side; empty for anybody else's correspondence and for one that does not exist. */
  Optional<Side> side(Tx tx, CorrespondenceId id, MemberId member) {
    return tx.dao(SidesDao.class).side(id, member);
  }

  Optional<Side> between(Tx tx, MemberId member, MemberId other) {
    var dao = tx.dao(SidesDao.class);
    return dao.find(low(member, other), high(member, other)).flatMap(id -> dao.side(id, member));
  }

  LetterPolicy.Verdict verdict(Tx tx, MemberView writer, MemberView reader) {
    var readersSide = between(tx, reader.id(), writer.id());
    boolean wroteBefore =
        readersSide
            .map(side -> tx.dao(LettersDao.class).written(side.correspondence(), reader.id()) > 0)
            .orElse(false);
    return LetterPolicy.mayWrite(
        new LetterPolicy.Facts(
            writer.standing(),
            reader.standing(),
            writer.id().equals(reader.id()),
            blocks.blocked(tx, reader.id(), writer.id()),
            blocks.blocked(tx, writer.id(), reader.id()),
            readersSide.map(side -> side.closedAt() != null).orElse(false),
            wroteBefore,
            rules.of(tx, reader.id()).writers()));
  }

  /** Counts one more letter, and one more new correspondence where the two never wrote. */
  RateLimits.Taken count(Tx tx, MemberView writer, MemberView reader) {
    var letters = limits.take(tx, settings.lettersRule(), writer.id().toString());
    if (letters instanceof RateLimits.Taken.TooMany
        || between(tx, writer.id(), reader.id()).isPresent()) {
      return letters;
    }
    boolean newcomer = writer.joinedAt().plus(settings.newcomerFor()).isAfter(sources.now());
    return limits.take(tx, settings.firstsRule(newcomer), writer.id().toString());
  }

  /** The pair's correspondence, begun when there is none. Writing opens the writer's side again. */
  CorrespondenceId open(Tx tx, MemberId writer, MemberId reader) {
    var dao = tx.dao(SidesDao.class);
    var fresh = new CorrespondenceId(sources.ids().unguessable());
    dao.insert(fresh, low(writer, reader), high(writer, reader), sources.now());
    var id = dao.find(low(writer, reader), high(writer, reader)).orElseThrow();
    dao.insertSide(id, writer, reader);
    dao.insertSide(id, reader, writer);
    dao.setClosed(id, writer, null);
    return id;
  }

  /** What was chosen for this correspondence, otherwise the member's rule for all. */
  boolean keeps(Tx tx, Side side) {
    return side.keeps() != null ? side.keeps() : rules.of(tx, side.member()).keeps();
  }

  Optional<MemberView> member(Tx tx, MemberId id) {
    return accounts.member(tx, id);
  }

  private static MemberId low(MemberId one, MemberId other) {
    return one.value() < other.value() ? one : other;
  }

  private static MemberId high(MemberId one, MemberId other) {
    return one.value() < other.value() ? other : one;
  }
}
