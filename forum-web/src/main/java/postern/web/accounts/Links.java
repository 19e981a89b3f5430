package postern.web.accounts;

import java.util.List;
import java.util.Optional;
import postern.web.Link;
import postern.web.MessagePage;
import postern.web.Section;
import postern.web.Visit;

/** What the links in our mails lead to when there is nothing left for them to do. */
final class Links {
  static final int GONE = 410;
  static final int CONFLICT = 409;

  private Links() {}

  static MessagePage over(Visit visit, String whatNext, Link next) {
    return new MessagePage(
        visit.frame("This link is over", Section.NONE),
        List.of("It was used before, or it is too old.", whatNext),
        Optional.of(next));
  }

  static MessagePage taken(Visit visit) {
    return new MessagePage(
        visit.frame("This address is another member's now", Section.NONE),
        List.of(
            "Somebody else confirmed it before you pressed the button, so nothing was changed.",
            "If that was you, sign in with the account that has it."),
        Optional.of(new Link("Sign in", "/sign-in")));
  }
}
