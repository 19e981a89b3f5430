package postern.web.about;

import java.util.List;
import postern.web.Desk;

/** The resources of this room. */
public final class AboutRoom {
  private AboutRoom() {}

  /**
   * @param operator who answers for the site; empty when the settings do not say
   */
  public static List<Object> resources(Desk desk, String operator) {
    return List.of(new PrivacyResource(desk, operator), new CookiesResource(desk));
  }
}
