package postern.accounts;

import java.time.Instant;
import java.util.Optional;
import postern.kernel.MemberId;
import postern.kernel.Role;

/**
 * Who gave whom which role, when and why.
 *
 * @param byMember empty when it was done from the command line
 */
public record RoleChange(
    Optional<MemberId> byMember, MemberId member, Role role, String reason, Instant changedAt) {}
