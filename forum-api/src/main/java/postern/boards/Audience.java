package postern.boards;

import java.util.Set;
import postern.kernel.GroupId;

/**
 * For whom something on a board is. Staff are the administrators and the board's moderators; they
 * are always among it.
 */
public sealed interface Audience {
  Audience VISITORS = new Visitors();
  Audience MEMBERS = new Members();
  Audience STAFF = new Staff();

  record Visitors() implements Audience {}

  record Members() implements Audience {}

  record Staff() implements Audience {}

  /** Members of any of these groups. */
  record Groups(Set<GroupId> groups) implements Audience {
    public Groups {
      groups = Set.copyOf(groups);
      if (groups.isEmpty()) {
        throw new IllegalArgumentException("an audience of groups names one at least");
      }
    }
  }
}
