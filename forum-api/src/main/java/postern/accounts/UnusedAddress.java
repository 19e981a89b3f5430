package postern.accounts;

import postern.kernel.AddressId;
import postern.privacy.AddressVault;
import postern.storage.Database;

/** Forgets an address that nobody confirmed, once nothing waits for it any more. */
final class UnusedAddress {
  private final Database database;
  private final AddressVault vault;

  UnusedAddress(Database database, AddressVault vault) {
    this.database = database;
    this.vault = vault;
  }

  // Forgotten first and counted then: the deletion waits for whoever is just keeping the same
  // address, and what they
  // have committed by then undoes it.
  void forget(AddressId address) {
    try {
      database.run(
          tx -> {
            vault.forget(tx, address);
            if (tx.dao(SignUpsDao.class).uses(address) > 0) {
              throw new StillUsed();
            }
          });
    } catch (StillUsed kept) {
      // Another sign-up, a change of address or an archive needs it; whoever ends last forgets it.
    }
  }

  private static final class StillUsed extends RuntimeException {
    private static final long serialVersionUID = 1;

    StillUsed() {
      super("still used", null, false, false);
    }
  }
}
