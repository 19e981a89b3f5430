package postern.threads;

import postern.accounts.Author;
import postern.kernel.Username;

/**
 * Who wrote something, as the JSON API says it.
 *
 * @param former true for somebody whom only an archive names; nobody can write to them
 */
record AuthorJson(Username username, String displayName, boolean former) {
  static AuthorJson of(Author author) {
    return new AuthorJson(author.username(), author.name(), author.former());
  }
}
