package postern.accounts;

import java.time.Instant;
import java.util.Optional;
import postern.kernel.MemberId;
import postern.kernel.Role;
import postern.kernel.Standing;
import postern.kernel.Username;

/**
 * A member as other rooms see them: nothing personal but the public names.
 *
 * @param standing as it is now: a term that has passed counts no more
 * @param standingUntil when a silence or a suspension ends; empty when it has no end or there is
 *     none
 * @param standingReason what the member was told
 * @param posts how many posts they have written
 */
public record MemberView(
    MemberId id,
    Username username,
    Optional<String> displayName,
    Role role,
    Standing standing,
    Optional<Instant> standingUntil,
    Optional<String> standingReason,
    Instant joinedAt,
    int posts,
    long avatarSeed) {

  /** The display name where there is one, otherwise the username. */
  public String name() {
    return displayName.orElse(username.text());
  }
}
