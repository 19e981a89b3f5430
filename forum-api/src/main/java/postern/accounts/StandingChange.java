package postern.accounts;

import java.time.Instant;
import java.util.Optional;
import postern.kernel.MemberId;
import postern.kernel.Standing;

/**
 * Who silenced, suspended or restored whom, until when and why.
 *
 * @param byMember empty when it was done from the command line, or a term ended by itself
 * @param until empty for without end
 */
public record StandingChange(
    Optional<MemberId> byMember,
    MemberId member,
    Standing standing,
    Optional<Instant> until,
    String reason,
    Instant changedAt) {}
