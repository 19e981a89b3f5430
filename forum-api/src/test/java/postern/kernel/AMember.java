package postern.kernel;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Builds a member who looks: active, in no group, with every scope, until something else is said.
 */
public final class AMember {
  private final long id;
  private Role role = Role.MEMBER;
  private Standing standing = Standing.ACTIVE;
  private final Set<BoardId> moderated = new HashSet<>();
  private final Set<GroupId> groups = new HashSet<>();
  private Set<Scope> scopes = EnumSet.allOf(Scope.class);

  private AMember(long id) {
    this.id = id;
  }

  public static AMember aMember(long id) {
    return new AMember(id);
  }

  public AMember administrator() {
    role = Role.ADMINISTRATOR;
    return this;
  }

  /** Of these boards; of all when none is named. */
  public AMember moderator(BoardId... boards) {
    role = Role.MODERATOR;
    moderated.addAll(Set.of(boards));
    return this;
  }

  public AMember in(GroupId... those) {
    groups.addAll(Set.of(those));
    return this;
  }

  public AMember silenced() {
    standing = Standing.SILENCED;
    return this;
  }

  public AMember suspended() {
    standing = Standing.SUSPENDED;
    return this;
  }

  public AMember with(Scope... only) {
    scopes = Set.of(only);
    return this;
  }

  public Viewer.Member looking() {
    return new Viewer.Member(
        new MemberId(id), new Username("member" + id), role, standing, moderated, groups, scopes);
  }
}
