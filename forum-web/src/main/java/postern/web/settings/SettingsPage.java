package postern.web.settings;

import java.util.Arrays;
import java.util.List;
import postern.web.PageModel;
import postern.web.boards.ListLink;

/**
 * What the pages of the settings have in common: the way to the others. Nothing of them is ever
 * cached.
 */
public interface SettingsPage extends PageModel {
  SettingsPart part();

  default String heading() {
    return part().title();
  }

  default List<ListLink> parts() {
    return Arrays.stream(SettingsPart.values())
        .map(each -> new ListLink(each.title(), each.href(), each == part()))
        .toList();
  }

  @Override
  default boolean secret() {
    return true;
  }
}
