package postern.web.admin;

import java.util.Arrays;
import java.util.List;
import postern.web.PageModel;
import postern.web.boards.ListLink;

/** What the administrators' pages have in common: the way to the others. */
public interface AdminModel extends PageModel {
  AdminPart part();

  default List<ListLink> parts() {
    return Arrays.stream(AdminPart.values())
        .map(each -> new ListLink(each.title(), each.href(), each == part()))
        .toList();
  }
}
