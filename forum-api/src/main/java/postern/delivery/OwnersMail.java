package postern.delivery;

import java.util.Set;

/**
 * The kinds of mail that somebody with access to the mailbox asks for, or that protect the account:
 * they go to a suspended address too, since one of them confirms it again.
 */
final class OwnersMail {
  private static final Set<String> KINDS =
      Set.of(
          "verify-address",
          "already-member",
          "reset-password",
          "password-changed",
          "confirm-address",
          "address-already-yours",
          "address-attempted",
          "address-added",
          "address-changed",
          "address-removed");

  private OwnersMail() {}

  static boolean isAskedFor(String kind) {
    return KINDS.contains(kind);
  }
}
