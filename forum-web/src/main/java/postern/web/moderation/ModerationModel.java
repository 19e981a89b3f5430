package postern.web.moderation;

import java.util.Arrays;
import java.util.List;
import postern.web.PageModel;
import postern.web.boards.ListLink;

/** What the moderators' pages have in common: the way to the others. No cache keeps them. */
public interface ModerationModel extends PageModel {
  ModerationPart part();

  default List<ListLink> parts() {
    return Arrays.stream(ModerationPart.values())
        .map(each -> new ListLink(each.title(), each.href(), each == part()))
        .toList();
  }

  @Override
  default boolean secret() {
    return true;
  }
}
