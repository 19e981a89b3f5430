package postern.web.command;

import java.io.IOException;
import postern.Forum;
import postern.web.ForumConfiguration;

/**
 * What stands on the terminal once the service answers.
 *
 * @param text several lines
 */
record Welcome(String text) {
  private static final String FIRST_STEPS =
      """
      Nobody is a member yet. Become the administrator with
        bin/postern member create NAME ADDRESS --administrator
      in another terminal (it asks for a password), and sign in.
      """;
  private static final String NOT_EMPTY =
      "There are boards here already, so the demo was not added.\n";

  /** Fills the demo in, where it was asked for and there is room for it. */
  static Welcome prepare(Forum forum, ForumConfiguration configuration, boolean demo)
      throws IOException {
    var origin = configuration.site().origin();
    var open = "\nPostern is open at " + origin + "\n";
    if (demo) {
      return new Welcome(open + (Demo.fits(forum) ? Demo.fill(forum) : NOT_EMPTY));
    }
    return new Welcome(forum.accounts().empty() ? open + FIRST_STEPS : open);
  }
}
