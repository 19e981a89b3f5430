package postern.web.admin;

import postern.web.Frame;
import postern.web.Section;
import postern.web.Visit;

/** What stands around an administrators' page. */
final class AdminFrames {
  private AdminFrames() {}

  static Frame of(Visit visit, String title) {
    return visit.frame(title, Section.ADMIN);
  }
}
