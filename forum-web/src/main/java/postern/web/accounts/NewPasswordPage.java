package postern.web.accounts;

import postern.web.Field;
import postern.web.Frame;
import postern.web.PageModel;

/**
 * {@code GET /new-password/{token}}. It posts to the same address: {@code password}.
 *
 * @param action {@code /new-password/{token}}
 * @param password always empty; it holds the error alone
 */
public record NewPasswordPage(Frame frame, String action, Field password) implements PageModel {
  @Override
  public boolean secret() {
    return true;
  }

  @Override
  public String toString() {
    return "NewPasswordPage[]";
  }
}
