package postern.accounts;

import io.dropwizard.util.Duration;
import java.util.Set;
import postern.delivery.Notice;
import postern.http.Origin;
import postern.kernel.MemberId;
import postern.kernel.Token;
import postern.kernel.Username;

/**
 * What this room writes to people. A link leads to a page with a button; opening it changes
 * nothing.
 */
final class Mails {
  private final Origin origin;

  Mails(Origin origin) {
    this.origin = origin;
  }

  Notice verify(Username username, Token link, Duration life) {
    return Notice.of(
        "verify-address",
        "Confirm your address for " + site(),
        """
        Somebody, probably you, signed up at %s as %s with this address.

        Open this page and press the button to confirm that it is yours:

        %s

        The link holds for %s. If this was not you, do nothing: without it no account comes to be.
        """
            .formatted(origin, username, url("/verify/", link), words(life)));
  }

  /** Without any link that would make an account: there is one. */
  Notice alreadyMember() {
    return Notice.of(
        "already-member",
        "You already have an account at " + site(),
        """
        Somebody, probably you, signed up at %s with this address. It already belongs to an account here, so no new \
        one was made.

        If it was you: sign in, or ask for a new password, at

        %s

        If it was not you, do nothing. Whoever it was has not learnt that this address is known here.
        """
            .formatted(origin, origin.url("/sign-in")));
  }

  Notice reset(Username username, Token link, Duration life) {
    return Notice.of(
        "reset-password",
        "A new password for " + site(),
        """
        Somebody, probably you, asked for a new password for %s at %s.

        Open this page to choose one:

        %s

        The link holds for %s and once. If this was not you, do nothing: your password stays as it is.
        """
            .formatted(username, origin, url("/reset/", link), words(life)));
  }

  Notice passwordChanged(Username username) {
    return Notice.of(
        "password-changed",
        "Your password was changed at " + site(),
        """
        The password of %s at %s was changed just now, and all other devices were signed out.

        If this was not you, ask for a new password at once:

        %s
        """
            .formatted(username, origin, origin.url("/forgotten")));
  }

  Notice confirmAddress(Username username, MemberId member, Token link, Duration life) {
    return new Notice(
        "confirm-address",
        "Confirm this address for " + site(),
        """
        The member %s at %s wants to use this address there.

        If this is you, open this page and press the button:

        %s

        The link holds for %s. If this was not you, do nothing: the address will not be used.
        """
            .formatted(username, origin, url("/address/", link), words(life)),
        Set.of(member));
  }

  Notice addressAlreadyYours() {
    return Notice.of(
        "address-already-yours",
        "This address is already yours at " + site(),
        """
        You asked at %s to use this address too. It is already among your confirmed addresses, so there is nothing \
        to do.
        """
            .formatted(origin));
  }

  Notice addressAttempted(MemberId by) {
    return new Notice(
        "address-attempted",
        "Somebody tried to use your address at " + site(),
        """
        Somebody at %s asked to use this address for their account. It belongs to yours, and nothing was changed. They \
        were not told that it is known here.

        You need not do anything.
        """
            .formatted(origin),
        Set.of(by));
  }

  Notice addressAdded(Username username) {
    return told("address-added", username, "Another address was confirmed for", "");
  }

  Notice addressAdded(Username username, Token undo, Duration life) {
    return told(
        "address-added", username, "Another address was confirmed for", undoing(undo, life));
  }

  Notice mainChanged(Username username) {
    return told("address-changed", username, "Mail no longer goes to this address for", "");
  }

  Notice mainChanged(Username username, Token undo, Duration life) {
    return told(
        "address-changed",
        username,
        "Mail no longer goes to this address for",
        undoing(undo, life));
  }

  Notice removed(Username username) {
    return told("address-removed", username, "This address was removed from", "");
  }

  Notice removed(Username username, Token undo, Duration life) {
    return told("address-removed", username, "This address was removed from", undoing(undo, life));
  }

  private Notice told(String kind, Username username, String what, String undoing) {
    return Notice.of(
        kind,
        "Your addresses at " + site() + " were changed",
        "%s %s at %s.\n\n%s".formatted(what, username, origin, undoing));
  }

  private String undoing(Token undo, Duration life) {
    return """
    If this was not you, open this page and press the button. Your address comes back, and everybody is signed out:

    %s

    This can be undone for %s.
    """
        .formatted(url("/address/undo/", undo), words(life));
  }

  private String url(String path, Token token) {
    return origin.url(path + token.secret());
  }

  private String site() {
    return origin.authority();
  }

  private static String words(Duration life) {
    long hours = life.toHours();
    if (hours < 1) {
      return life.toMinutes() + " minutes";
    }
    if (hours == 1) {
      return "an hour";
    }
    return hours % 24 == 0 && hours > 24 ? hours / 24 + " days" : hours + " hours";
  }
}
