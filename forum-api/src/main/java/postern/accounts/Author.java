package postern.accounts;

import java.util.Optional;
import postern.kernel.MemberId;
import postern.kernel.Role;
import postern.kernel.Standing;
import postern.kernel.Username;

/**
 * Whom a page names as the writer of something.
 *
 * @param id the member; for a claimed former author, the one who claimed the posts
 * @param username for a former author a handle that nobody can sign in with or write to
 * @param displayName what they call themselves, or what the archive calls them
 * @param former true for somebody whom only an archive names
 * @param avatarSeed drawn at random, so that a picture tells nothing
 */
public record Author(
    MemberId id,
    Username username,
    Optional<String> displayName,
    boolean former,
    Role role,
    Standing standing,
    long avatarSeed) {

  /** The display name where there is one, otherwise the username. */
  public String name() {
    return displayName.orElse(username.text());
  }

  public boolean erased() {
    return standing == Standing.ERASED;
  }
}
