package postern.web.command;

import postern.Forum;
import postern.accounts.MemberView;
import postern.kernel.EmailAddress;
import postern.kernel.Username;

/** What was typed on the command line, read or refused with a sentence. */
final class Names {
  private Names() {}

  static Username username(String typed) {
    return Username.parse(typed)
        .orElseThrow(
            () ->
                new Failed(
                    "A username is 3 to 30 of a to z, 0 to 9 and hyphen, with no hyphen at the"
                        + " ends."));
  }

  static EmailAddress address(String typed) {
    return EmailAddress.parse(typed)
        .orElseThrow(() -> new Failed("That is no mail address that could be reached."));
  }

  static MemberView member(Forum forum, String typed) {
    var username = username(typed);
    return forum
        .accounts()
        .find(username)
        .orElseThrow(() -> new Failed("There is no member " + username.text() + "."));
  }
}
