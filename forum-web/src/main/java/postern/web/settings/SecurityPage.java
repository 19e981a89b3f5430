package postern.web.settings;

import postern.web.Field;
import postern.web.Frame;
import postern.web.When;

/**
 * {@code GET /settings/security}. It posts {@code csrf} to {@code /settings/security/password}:
 * {@code current_password}, {@code new_password}; and to {@code
 * /settings/security/sign-out-everywhere}: nothing more.
 *
 * @param changed when the password was set
 */
public record SecurityPage(Frame frame, When changed, Field currentPassword, Field newPassword)
    implements SettingsPage {
  @Override
  public SettingsPart part() {
    return SettingsPart.SECURITY;
  }

  @Override
  public String toString() {
    return "SecurityPage[]";
  }
}
