package postern.web.about;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import postern.privacy.Promises;
import postern.web.Desk;

/** The resources of this room. */
public final class AboutRoom {
  private static final Logger LOG = LoggerFactory.getLogger(AboutRoom.class);

  private AboutRoom() {}

  public static List<Object> resources(Desk desk, Operator operator) {
    if (!operator.complete()) {
      // The policy promises that somebody can be reached (clause 19).
      LOG.warn("policy incomplete missing=site.operator,site.contact page=/privacy");
    }
    var settings = desk.forum().foundation().settings();
    var policy =
        new PrivacyWords(Promises.inForce(), operator, settings.accounts(), settings.delivery());
    return List.of(
        new PrivacyResource(desk, policy),
        new CookiesResource(desk),
        new SecurityTextResource(desk, operator));
  }
}
