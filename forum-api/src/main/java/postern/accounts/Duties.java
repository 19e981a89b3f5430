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
      Tx tx, MemberId whom, Standing standing, Optional<Instant> until, String reason) {
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
      jobs.publish(tx, new StandingChanged(whom, standing));
    }
    return changed;
  }
}
