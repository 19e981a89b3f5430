package postern.web.accounts;

import java.util.List;
import postern.web.Desk;

/** The resources of this room. */
public final class AccountRoom {
  private AccountRoom() {}

  public static List<Object> resources(Desk desk) {
    return List.of(
        new SignUpResource(desk),
        new VerifyResource(desk),
        new SignInResource(desk),
        new SignOutResource(desk),
        new ForgottenResource(desk),
        new ResetResource(desk),
        new AddressLinkResource(desk));
  }
}
