package postern.web.settings;

import java.util.List;
import postern.web.Count;
import postern.web.Frame;

/**
 * {@code GET /settings/claims}: posts of an archive that were written from an address that the
 * member has confirmed.
 *
 * @param username to which the old name would be tied, for everyone to see
 */
public record ClaimsPage(Frame frame, String username, List<Claim> claims) implements SettingsPage {
  public ClaimsPage {
    claims = List.copyOf(claims);
  }

  @Override
  public SettingsPart part() {
    return SettingsPart.CLAIMS;
  }

  public boolean hasClaims() {
    return !claims.isEmpty();
  }

  /**
   * One former author.
   *
   * @param name as the archive has it
   * @param action {@code /settings/claims/{id}}, which takes {@code csrf} and {@code agreed},
   *     {@code yes} when ticked
   */
  public record Claim(String id, String name, Count posts, String action) {}
}
