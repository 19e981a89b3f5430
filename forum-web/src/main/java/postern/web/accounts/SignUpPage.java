package postern.web.accounts;

import java.util.Optional;
import postern.web.Field;
import postern.web.Frame;
import postern.web.PageModel;

/**
 * The answer to {@code POST /sign-up/age}, and with errors to its own post. It posts to {@code
 * /sign-up}: {@code of_age} (what the age question gave), {@code username}, {@code address}, {@code
 * password}.
 *
 * @param ofAge shows that the age question was answered, so that nothing has to be stored in
 *     between
 * @param password always empty; it holds the error alone
 * @param guard what shows that a person sends it; empty where rates are off
 */
public record SignUpPage(
    Frame frame,
    String ofAge,
    Field username,
    Field address,
    Field password,
    Optional<FormGuard> guard)
    implements PageModel {
  @Override
  public boolean secret() {
    return true;
  }

  @Override
  public String toString() {
    return "SignUpPage[]";
  }
}
