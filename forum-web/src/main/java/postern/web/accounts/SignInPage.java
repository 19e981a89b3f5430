package postern.web.accounts;

import java.util.Optional;
import postern.web.Field;
import postern.web.Frame;
import postern.web.PageModel;

/**
 * {@code GET /sign-in?next=}. It posts to {@code /sign-in}: {@code login} (username or address),
 * {@code password}, {@code next}.
 *
 * @param next the path on this site to go to afterwards
 * @param problem why it did not work, the same for a wrong password and an unknown name
 */
public record SignInPage(Frame frame, Field login, Optional<String> next, Optional<String> problem)
    implements PageModel {
  @Override
  public String toString() {
    return "SignInPage[]";
  }
}
