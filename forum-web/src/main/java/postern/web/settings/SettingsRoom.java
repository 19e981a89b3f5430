package postern.web.settings;

import java.util.List;
import postern.web.Desk;

/** The resources of this room. */
public final class SettingsRoom {
  private SettingsRoom() {}

  public static List<Object> resources(Desk desk) {
    return List.of(
        new SettingsResource(desk),
        new ProfileResource(desk),
        new AddressResource(desk),
        new LettersSettingsResource(desk),
        new NoticesSettingsResource(desk),
        new SecurityResource(desk),
        new DevicesResource(desk),
        new TokensResource(desk),
        new FeedsResource(desk),
        new ClaimsResource(desk));
  }
}
