package postern.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import postern.accounts.MemberView;
import postern.kernel.MemberId;
import postern.kernel.Standing;
import postern.kernel.Viewer;
import postern.storage.Tx;

/**
 * Warnings, silences, suspensions, and their early end. A term ends by itself. Each is written into
 * the log, and the member is told.
 */
public final class Sanctions {
  private static final Duration LONGEST = Duration.ofDays(3653);

  private final Bench bench;

  Sanctions(Bench bench) {
    this.bench = bench;
  }

  /**
   * Puts a sanction on a member, for the whole site: moderators of all boards alone. Those of named
   * boards warn about a post, see {@link Queue#decide}.
   *
   * @param until when a silence or a suspension ends; empty for without end
   */
  public Sanctioned impose(
      Viewer viewer, MemberId whom, Sanction kind, Optional<Instant> until, String reason) {
    if (!(viewer instanceof Viewer.Member by) || !ModerationPolicy.moderatesAll(by)) {
      return new Sanctioned.NotAllowed();
    }
    return bench
        .database()
        .write(tx -> impose(tx, by, whom, kind, until, reason, ActionLog.Place.WHOLE_SITE));
  }

  /** Ends a silence or a suspension now. */
  public Sanctioned lift(Viewer viewer, MemberId whom, String reason) {
    if (!(viewer instanceof Viewer.Member by) || !ModerationPolicy.moderatesAll(by)) {
      return new Sanctioned.NotAllowed();
    }
    var why = Bench.reason(reason);
    if (why.isEmpty()) {
      return new Sanctioned.BadReason(Bench.REASON_CHARACTERS);
    }
    return bench.database().write(tx -> lift(tx, by, whom, why.get()));
  }

  /** As the operators suspend from the command line; false when there is no such member. */
  public boolean suspend(MemberId whom, Optional<Instant> until, String reason) {
    return bench
        .database()
        .write(
            tx -> {
              boolean done =
                  bench
                      .accounts()
                      .setStanding(tx, Optional.empty(), whom, Standing.SUSPENDED, until, reason);
              if (done) {
                bench
                    .log()
                    .write(
                        tx,
                        Action.SUSPEND,
                        Optional.empty(),
                        Optional.of(whom),
                        ActionLog.Place.WHOLE_SITE,
                        reason,
                        until);
              }
              return done;
            });
  }

  /** What of this a viewer could put on a member, for offering it. */
  public List<Sanction> offered(Viewer viewer, MemberView whom) {
    if (!(viewer instanceof Viewer.Member by) || !ModerationPolicy.moderatesAll(by)) {
      return List.of();
    }
    var boards = bench.database().read(tx -> bench.boards().moderated(tx, whom.id()));
    return List.of(Sanction.values()).stream()
        .filter(kind -> ModerationPolicy.maySanction(by, whom, boards, kind))
        .toList();
  }

  Sanctioned impose(
      Tx tx,
      Viewer.Member by,
      MemberId whom,
      Sanction kind,
      Optional<Instant> until,
      String reason,
      ActionLog.Place place) {
    var member = member(tx, whom);
    if (member.isEmpty()) {
      return new Sanctioned.NotFound();
    }
    var boards = bench.boards().moderated(tx, whom);
    if (!ModerationPolicy.maySanction(by, member.get(), boards, kind)) {
      return new Sanctioned.NotAllowed();
    }
    var why = Bench.reason(reason);
    if (why.isEmpty()) {
      return new Sanctioned.BadReason(Bench.REASON_CHARACTERS);
    }
    if (until.filter(end -> !fits(kind, end)).isPresent()) {
      return new Sanctioned.BadUntil();
    }
    if (kind.hasTerm()) {
      bench
          .accounts()
          .setStanding(tx, Optional.of(by.id()), whom, kind.standing(), until, why.get());
    }
    bench
        .log()
        .write(tx, kind.action(), Optional.of(by.id()), Optional.of(whom), place, why.get(), until);
    return new Sanctioned.Done();
  }

  private Sanctioned lift(Tx tx, Viewer.Member by, MemberId whom, String reason) {
    var member = member(tx, whom);
    if (member.isEmpty()) {
      return new Sanctioned.NotFound();
    }
    if (!ModerationPolicy.mayTouch(by, member.get(), bench.boards().moderated(tx, whom))) {
      return new Sanctioned.NotAllowed();
    }
    if (member.get().standing() == Standing.ACTIVE) {
      return new Sanctioned.NothingToLift();
    }
    bench
        .accounts()
        .setStanding(tx, Optional.of(by.id()), whom, Standing.ACTIVE, Optional.empty(), reason);
    bench
        .log()
        .write(
            tx,
            Action.LIFT,
            Optional.of(by.id()),
            Optional.of(whom),
            ActionLog.Place.WHOLE_SITE,
            reason,
            Optional.empty());
    return new Sanctioned.Done();
  }

  private Optional<MemberView> member(Tx tx, MemberId id) {
    return bench.accounts().member(tx, id).filter(member -> member.standing() != Standing.ERASED);
  }

  private boolean fits(Sanction kind, Instant end) {
    var now = bench.now();
    return kind.hasTerm() && end.isAfter(now) && end.isBefore(now.plus(LONGEST));
  }
}
