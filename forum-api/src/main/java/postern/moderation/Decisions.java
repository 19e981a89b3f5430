package postern.moderation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import postern.http.Cursor;
import postern.kernel.MemberId;
import postern.kernel.Slice;
import postern.kernel.Viewer;
import postern.storage.Tx;

/**
 * What was decided about a member: they read what, why and until when, never by whom, and answer
 * each decision once. Silenced and suspended members do so too.
 */
public final class Decisions {
  public static final int ANSWER_CHARACTERS = 2000;

  private static final Pattern CONTROLS =
      Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069]");

  private final Bench bench;

  Decisions(Bench bench) {
    this.bench = bench;
  }

  /** About this member, the newest first. */
  public Slice<Decision> mine(Viewer.Member member, Optional<Cursor> after, int limit) {
    var from = after.orElse(Log.START);
    return bench
        .database()
        .read(
            tx ->
                Slice.of(
                        tx.dao(LogDao.class).about(member.id(), from.at(), from.id(), limit + 1),
                        limit)
                    .map(Decision::forItsMember));
  }

  public Optional<Decision> find(Viewer.Member member, DecisionId id) {
    return bench.database().read(tx -> told(tx, id, member.id()));
  }

  /** What a member is told, for who brings it to them; empty when it is about somebody else. */
  public Optional<Decision> told(Tx tx, DecisionId id, MemberId member) {
    return tx.dao(LogDao.class)
        .find(id)
        .filter(decision -> decision.member().equals(Optional.of(member)))
        .map(Decision::forItsMember);
  }

  /** What was decided about a member, for moderators of all boards; nothing for others. */
  public List<Decision> about(Viewer viewer, MemberId member, int limit) {
    return ModerationPolicy.moderatesAll(viewer)
        ? bench
            .database()
            .read(tx -> tx.dao(LogDao.class).about(member, Log.START.at(), Log.START.id(), limit))
        : List.of();
  }

  /** Answers a decision, once; moderators find it in their queue. */
  public Answered answer(Viewer.Member member, DecisionId id, String text) {
    var tidy =
        CONTROLS.matcher(text == null ? "" : text.replace("\r\n", "\n")).replaceAll("").strip();
    return bench
        .database()
        .write(
            tx -> {
              var dao = tx.dao(LogDao.class);
              var decision = told(tx, id, member.id());
              if (decision.isEmpty()) {
                return new Answered.NotFound();
              }
              if (tidy.isEmpty() || tidy.codePointCount(0, tidy.length()) > ANSWER_CHARACTERS) {
                return new Answered.BadText(ANSWER_CHARACTERS);
              }
              if (dao.answer(id, member.id(), tidy, bench.now()) == 0) {
                return new Answered.AlreadyAnswered();
              }
              bench.arrivals().answered(tx, decision.get(), member.id());
              return new Answered.Done();
            });
  }
}
