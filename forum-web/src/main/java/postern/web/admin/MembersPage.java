package postern.web.admin;

import java.util.List;
import postern.web.Count;
import postern.web.Field;
import postern.web.Frame;
import postern.web.MemberName;
import postern.web.Pager;
import postern.web.When;

/** {@code GET /admin/members?name=&after=}: members by username, never by address. */
public record MembersPage(Frame frame, Field name, List<Row> members, Pager pager)
    implements AdminModel {
  public MembersPage {
    members = List.copyOf(members);
  }

  @Override
  public AdminPart part() {
    return AdminPart.MEMBERS;
  }

  public boolean hasMembers() {
    return !members.isEmpty();
  }

  /**
   * One member.
   *
   * @param href {@code /admin/members/{username}}
   * @param standing active, silenced, suspended, in a word with its term
   */
  public record Row(
      MemberName name, String href, String role, String standing, When joined, Count posts) {}
}
