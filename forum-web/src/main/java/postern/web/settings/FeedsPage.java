package postern.web.settings;

import java.util.Optional;
import postern.web.Frame;
import postern.web.When;

/**
 * {@code GET /settings/feeds}. It posts to {@code /settings/feeds} for a new secret and to {@code
 * /settings/feeds/revoke} to end it: {@code csrf}.
 *
 * @param made the whole address of the member's own feed of all that is new, this one time
 * @param since when the present secret was made; none when there is none
 */
public record FeedsPage(Frame frame, Optional<String> made, Optional<When> since)
    implements SettingsPage {
  @Override
  public SettingsPart part() {
    return SettingsPart.FEEDS;
  }

  /** Where everybody's feed is. */
  public String open() {
    return frame.site().origin() + "/latest.atom";
  }

  @Override
  public String toString() {
    return "FeedsPage[]";
  }
}
