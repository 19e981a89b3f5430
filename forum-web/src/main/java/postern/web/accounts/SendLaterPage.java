package postern.web.accounts;

import postern.web.Frame;
import postern.web.PageModel;

/**
 * The answer to {@code POST /sign-up} when the form came too soon, too late, or twice. It posts
 * there again: {@code of_age}, {@code form}, {@code proof}, and {@code kept}, which is what was
 * typed, sealed so that only this site can read it.
 *
 * @param seconds how long to wait before it is sent again
 */
public record SendLaterPage(Frame frame, String ofAge, long seconds, String kept, FormGuard guard)
    implements PageModel {
  @Override
  public boolean secret() {
    return true;
  }

  @Override
  public String toString() {
    return "SendLaterPage[]";
  }
}
