package postern.web.settings;

import java.util.List;
import postern.web.Frame;
import postern.web.When;

/** {@code GET /settings/devices}: the owner's sessions. */
public record DevicesPage(Frame frame, List<Session> sessions) implements SettingsPage {
  public DevicesPage {
    sessions = List.copyOf(sessions);
  }

  @Override
  public SettingsPart part() {
    return SettingsPart.DEVICES;
  }

  /**
   * One session.
   *
   * @param device the family of browser and system
   * @param seen the day it was last used
   * @param end {@code /settings/devices/{id}/end}, which takes {@code csrf}
   * @param here true for the one that looks at the page
   */
  public record Session(String device, When signedIn, When seen, String end, boolean here) {}
}
