package postern.web.admin;

import java.util.List;
import postern.web.Count;
import postern.web.Field;
import postern.web.Frame;

/** {@code GET /admin/groups}. It posts to {@code /admin/groups}: {@code csrf}, {@code name}. */
public record GroupsPage(Frame frame, List<Row> groups, Field name) implements AdminModel {
  public GroupsPage {
    groups = List.copyOf(groups);
  }

  @Override
  public AdminPart part() {
    return AdminPart.GROUPS;
  }

  public boolean hasGroups() {
    return !groups.isEmpty();
  }

  /**
   * One group.
   *
   * @param href {@code /admin/groups/{id}}
   */
  public record Row(String name, String href, Count members) {}
}
