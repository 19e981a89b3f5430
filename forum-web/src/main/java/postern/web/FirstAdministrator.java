package postern.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import postern.Forum;
import postern.accounts.Created;
import postern.accounts.Password;
import postern.kernel.EmailAddress;
import postern.kernel.Role;
import postern.kernel.Username;

/** Makes the administrator that the settings name, at the first start of an empty database. */
final class FirstAdministrator {
  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

  private FirstAdministrator() {}

  /**
   * @param setting {@code username:address:password}; the password may hold colons
   * @throws IllegalArgumentException when it is not of that form, or cannot be an administrator
   */
  static void make(Forum forum, String setting) {
    if (setting.isEmpty() || !forum.accounts().empty()) {
      return;
    }
    var parts = setting.split(":", 3);
    if (parts.length != 3) {
      throw refused("is username:address:password");
    }
    var username = Username.parse(parts[0]).orElseThrow(() -> refused("names no username"));
    var address = EmailAddress.parse(parts[1]).orElseThrow(() -> refused("names no address"));
    switch (forum
        .accounts()
        .createMember(username, address, Password.typed(parts[2]), Role.ADMINISTRATOR)) {
      case Created.Member _ -> LOG.info("administrator made username={}", username);
      case Created.UsernameTaken _ -> throw refused("names a username that is kept for the house");
      case Created.AddressTaken _ -> throw refused("names an address that is a member's");
      case Created.WeakPassword _ ->
          throw refused("needs a password of 10 characters or more that is hard to guess");
    }
  }

  private static IllegalArgumentException refused(String why) {
    return new IllegalArgumentException("POSTERN_ADMINISTRATOR " + why + ".");
  }
}
