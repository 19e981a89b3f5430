package postern.kernel;

import java.security.Principal;
import java.util.Set;

/**
 * Who is looking: handed to every question about what may be seen or done. There is no current-user
 * global.
 */
public sealed interface Viewer extends Principal {
  Guest GUEST = new Guest();

  /** True when this viewer may see and do everything an administrator may. */
  boolean administers();

  /** True when this viewer may moderate the given board. */
  boolean moderates(BoardId board);

  /** Somebody with no session. */
  record Guest() implements Viewer {
    @Override
    public String getName() {
      return "guest";
    }

    @Override
    public boolean administers() {
      return false;
    }

    @Override
    public boolean moderates(BoardId board) {
      return false;
    }
  }

  /**
   * A member with a session or an API token.
   *
   * @param moderated the boards a moderator is named for; empty for a moderator means all boards
   * @param groups the named groups the member belongs to
   * @param scopes what this session or token may be used for
   */
  record Member(
      MemberId id,
      Username username,
      Role role,
      Standing standing,
      Set<BoardId> moderated,
      Set<GroupId> groups,
      Set<Scope> scopes)
      implements Viewer {
    public Member {
      moderated = Set.copyOf(moderated);
      groups = Set.copyOf(groups);
      scopes = Set.copyOf(scopes);
    }

    @Override
    public String getName() {
      return username.text();
    }

    @Override
    public boolean administers() {
      return role == Role.ADMINISTRATOR && active() && scopes.contains(Scope.STAFF);
    }

    @Override
    public boolean moderates(BoardId board) {
      return switch (role) {
        case ADMINISTRATOR -> administers();
        case MODERATOR ->
            active()
                && scopes.contains(Scope.STAFF)
                && (moderated.isEmpty() || moderated.contains(board));
        case MEMBER -> false;
      };
    }

    public boolean active() {
      return standing == Standing.ACTIVE;
    }
  }
}
