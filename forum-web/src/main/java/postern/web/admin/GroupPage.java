package postern.web.admin;

import java.util.List;
import postern.web.Field;
import postern.web.Frame;
import postern.web.MemberName;

/**
 * {@code GET /admin/groups/{id}}. It posts {@code csrf} to {@code {base}/members}: {@code
 * username}; to {@code {base}/members/{username}/remove}: nothing more; to {@code {base}/name}:
 * {@code name}; to {@code {base}/delete}: nothing more.
 *
 * @param base {@code /admin/groups/{id}}
 * @param usedBy the boards it is named for, in a sentence; a group that is used cannot be deleted
 */
public record GroupPage(
    Frame frame,
    String base,
    Field name,
    List<Row> members,
    Field username,
    String usedBy,
    boolean deletable)
    implements AdminModel {
  public GroupPage {
    members = List.copyOf(members);
  }

  @Override
  public AdminPart part() {
    return AdminPart.GROUPS;
  }

  public boolean hasMembers() {
    return !members.isEmpty();
  }

  /** One member of the group. */
  public record Row(MemberName member, String username) {}
}
