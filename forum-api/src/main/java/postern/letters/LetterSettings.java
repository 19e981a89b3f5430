package postern.letters;

import java.time.Duration;
import postern.http.Origin;
import postern.http.Rule;

/**
 * What the relay's rules need to know of this installation.
 *
 * @param forumName stands in the From of every letter
 * @param domain the relay domain
 * @param limits how much one member may write
 */
public record LetterSettings(String forumName, String domain, Origin origin, Limits limits) {

  /**
   * @param newcomerFor how long after joining a member counts as new
   * @param newcomerFirsts new correspondences a day of a new member
   * @param firsts new correspondences a day of any other
   * @param lettersADay letters of one member a day
   * @param closedAfterReset how long kept letters stay closed after a forgotten password was
   *     replaced, since whoever holds a mailbox can do that
   */
  public record Limits(
      Duration newcomerFor,
      int newcomerFirsts,
      int firsts,
      int lettersADay,
      Duration closedAfterReset) {
    public static final Limits DEFAULT =
        new Limits(Duration.ofDays(3), 3, 20, 100, Duration.ofDays(3));

    Rule firstsRule(boolean newcomer) {
      return newcomer
          ? new Rule("first-letters-new", newcomerFirsts, Duration.ofDays(1))
          : new Rule("first-letters", firsts, Duration.ofDays(1));
    }

    Rule lettersRule() {
      return new Rule("letters", lettersADay, Duration.ofDays(1));
    }
  }
}
