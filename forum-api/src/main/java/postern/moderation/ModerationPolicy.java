package postern.moderation;

import java.util.Optional;
import java.util.Set;
import postern.accounts.MemberView;
import postern.kernel.BoardId;
import postern.kernel.Role;
import postern.kernel.Scope;
import postern.kernel.Viewer;

/**
 * Who may do what as a moderator: pure functions. The moderators of named boards decide what stands
 * there, and may warn its authors; silences and suspensions hold everywhere, so they are for
 * moderators of all boards.
 */
public final class ModerationPolicy {
  private ModerationPolicy() {}

  /** A moderator for all boards, or an administrator. */
  public static boolean moderatesAll(Viewer viewer) {
    return switch (viewer) {
      case Viewer.Guest _ -> false;
      case Viewer.Member member ->
          switch (member.role()) {
            case MEMBER -> false;
            case MODERATOR ->
                member.active()
                    && member.scopes().contains(Scope.STAFF)
                    && member.moderated().isEmpty();
            case ADMINISTRATOR -> member.administers();
          };
    };
  }

  /** Moderates one board at least. */
  public static boolean moderates(Viewer viewer) {
    return viewer instanceof Viewer.Member member
        && member.active()
        && member.role() != Role.MEMBER
        && member.scopes().contains(Scope.STAFF);
  }

  /** What stands on a board, or on none: then it is a matter of the whole site. */
  static boolean moderates(Viewer viewer, Optional<BoardId> board) {
    return board.map(viewer::moderates).orElseGet(() -> moderatesAll(viewer));
  }

  /**
   * Whether a sanction may be put on a member: never on oneself, nor on staff of one's own rank or
   * above, but for administrators among each other.
   *
   * @param boards what the member is named to moderate
   */
  public static boolean maySanction(
      Viewer.Member by, MemberView whom, Set<BoardId> boards, Sanction sanction) {
    return switch (sanction) {
      case WARN -> moderates(by) && mayTouch(by, whom, boards);
      case SILENCE, SUSPEND -> moderatesAll(by) && mayTouch(by, whom, boards);
    };
  }

  static boolean mayTouch(Viewer.Member by, MemberView whom, Set<BoardId> boards) {
    return !by.id().equals(whom.id())
        && (by.administers() || rank(by.role(), by.moderated()) > rank(whom.role(), boards));
  }

  private static int rank(Role role, Set<BoardId> boards) {
    return switch (role) {
      case MEMBER -> 0;
      case MODERATOR -> boards.isEmpty() ? 2 : 1;
      case ADMINISTRATOR -> 3;
    };
  }
}
