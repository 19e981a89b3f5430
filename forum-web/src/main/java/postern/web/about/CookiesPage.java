package postern.web.about;

import java.util.List;
import postern.web.Frame;
import postern.web.PageModel;

/** {@code GET /cookies}: each cookie with what it is for and how long it lives. */
public record CookiesPage(Frame frame, List<Cookie> cookies) implements PageModel {
  public CookiesPage {
    cookies = List.copyOf(cookies);
  }

  /** One cookie. */
  public record Cookie(String name, String purpose, String when, String life) {}
}
