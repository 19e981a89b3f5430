package postern.web.settings;

import postern.web.Avatar;
import postern.web.Field;
import postern.web.Frame;

/**
 * {@code GET /settings/profile}. It posts to {@code /settings/profile}: {@code csrf}, {@code
 * display_name}, {@code job_title}, {@code postal_address}, {@code phone}; an empty one is emptied.
 */
public record ProfilePage(
    Frame frame,
    String username,
    Avatar avatar,
    Field displayName,
    Field jobTitle,
    Field postalAddress,
    Field phone)
    implements SettingsPage {
  @Override
  public SettingsPart part() {
    return SettingsPart.PROFILE;
  }

  @Override
  public String toString() {
    return "ProfilePage[" + username + "]";
  }
}
