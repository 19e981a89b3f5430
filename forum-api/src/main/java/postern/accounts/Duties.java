package postern.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import postern.jobs.Jobs;
import postern.kernel.MemberId;
import postern.kernel.Role;
import postern.kernel.Sources;
import postern.kernel.Standing;
import postern.storage.Tx;

/** What members are entrusted with, and whether they may take part. */
final class Duties {
  private final Sources sources;
  private final Jobs jobs;

  Duties(Sources sources, Jobs jobs) {
    this.sources = sources;
    this.jobs = jobs;
  }

  RoleGranted grant(Tx tx, Optional<MemberId> by, MemberId whom, Role role, String reason) {
    var dao = tx.dao(MembersDao.class);
    var administrators = dao.lockActiveAdministrators();
    if (role != Role.ADMINISTRATOR && administrators.equals(List.of(whom))) {
      return new RoleGranted.LastAdministrator();
    }
    if (dao.setRole(whom, role) == 0) {
      return new RoleGranted.NoSuchMember();
    }
    dao.noteRole(sources.ids().next(), by.orElse(null), whom, role, reason, sources.now());
    return new RoleGranted.Done();
  }

  boolean setStanding(
      Tx tx,
      Optional<MemberId> by,
      MemberId whom,
      Standing standing,
      Optional<Instant> until,
      String reason) {
    if (standing == Standing.ERASED) {
      throw new IllegalArgumentException("erasing is more than a standing");
    }
    boolean active = standing == Standing.ACTIVE;
    boolean changed =
        tx.dao(MembersDao.class)
                .setStanding(
                    whom, standing, active ? null : until.orElse(null), active ? null : reason)
            == 1;
    if (changed) {
      note(tx, by, whom, standing, until, reason);
    }
    return changed;
  }

  /** Writes back what counts already: terms that have passed. */
  void endTerms(Tx tx, int most) {
    var dao = tx.dao(MembersDao.class);
    for (var whom : dao.termsOver(sources.now(), most)) {
      if (dao.endTerm(whom, sources.now()) == 1) {
        note(tx, Optional.empty(), whom, Standing.ACTIVE, Optional.empty(), "The term is over.");
      }
    }
  }

  private void note(
      Tx tx,
      Optional<MemberId> by,
      MemberId whom,
      Standing standing,
      Optional<Instant> until,
      String reason) {
    tx.dao(MembersDao.class)
        .noteStanding(
            sources.ids().next(),
            by.orElse(null),
            whom,
            standing,
            until.orElse(null),
            reason,
            sources.now());
    jobs.publish(tx, new StandingChanged(whom, standing));
  }
}
