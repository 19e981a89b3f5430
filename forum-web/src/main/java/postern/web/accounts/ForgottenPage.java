package postern.web.accounts;

import postern.web.Field;
import postern.web.Frame;
import postern.web.PageModel;

/** {@code GET /forgotten}. It posts to {@code /forgotten}: {@code address}. */
public record ForgottenPage(Frame frame, Field address) implements PageModel {
  @Override
  public String toString() {
    return "ForgottenPage[]";
  }
}
