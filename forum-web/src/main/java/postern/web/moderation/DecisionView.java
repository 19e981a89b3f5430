package postern.web.moderation;

import java.util.Optional;
import postern.web.Link;
import postern.web.MemberName;
import postern.web.When;

/**
 * One entry of the log, as a reader may see it.
 *
 * @param what what was done, in words
 * @param by who did it, for moderators
 * @param about whom it concerns, for moderators
 * @param place where it was done
 * @param reason may be empty
 * @param answer what the member answered, for moderators
 */
public record DecisionView(
    String what,
    Optional<MemberName> by,
    Optional<MemberName> about,
    Optional<Link> place,
    String reason,
    When at,
    Optional<When> until,
    Optional<String> answer) {
  public boolean hasReason() {
    return !reason.isEmpty();
  }
}
