package postern.web.command;

import postern.Forum;
import postern.web.ForumConfiguration;

/**
 * What stands on the terminal once the service answers.
 *
 * @param text several lines
 */
record Welcome(String text) {
  static Welcome prepare(Forum forum, ForumConfiguration configuration, boolean demo) {
    return new Welcome("Postern is open at " + configuration.site().origin());
  }
}
