package postern.accounts;

import java.util.Optional;
import postern.kernel.EmailAddress;
import postern.kernel.Username;
import postern.privacy.AddressVault;
import postern.storage.Database;
import postern.storage.Tx;

/**
 * Compares a login and a password with what is kept, with the same statements and as many hashes
 * whether or not the login is known: one hash for a username, which is either a member's or a
 * sign-up's, and two for an address, which may be both. A sign-up for an address that is already a
 * member's waits like any other and answers like it, or its answer would tell that the address is
 * known.
 */
final class Logins {
  /** A name that nobody can have, for a login that is neither a name nor an address. */
  private static final Username NOBODYS = new Username("nobody");

  private final Database database;
  private final AddressVault vault;
  private final PasswordHashes hashes;
  private final java.time.InstantSource clock;

  Logins(Surroundings around, PasswordHashes hashes) {
    this.database = around.database();
    this.vault = around.vault();
    this.hashes = hashes;
    this.clock = around.sources().clock();
  }

  private record Candidates(
      Optional<CredentialsDao.Row> member, Optional<SignUpsDao.Row> signUp, boolean both) {}

  Identified identify(String login, Password password) {
    var candidates = database.read(tx -> candidates(tx, login));
    return candidates.both() ? ofBoth(candidates, password) : ofOne(candidates, password);
  }

  private Candidates candidates(Tx tx, String login) {
    return login.contains("@")
        ? EmailAddress.parse(login)
            .map(address -> byAddress(tx, address))
            .orElseGet(() -> byName(tx, NOBODYS))
        : byName(tx, Username.parse(login).orElse(NOBODYS));
  }

  private Candidates byName(Tx tx, Username username) {
    return new Candidates(
        tx.dao(CredentialsDao.class).named(username),
        tx.dao(SignUpsDao.class).named(username, clock.instant()),
        false);
  }

  private Candidates byAddress(Tx tx, EmailAddress address) {
    long kept = vault.find(tx, address).map(id -> id.value()).orElse(0L);
    long owner = vault.owner(tx, address).map(id -> id.value()).orElse(0L);
    return new Candidates(
        tx.dao(CredentialsDao.class).of(owner),
        tx.dao(SignUpsDao.class).latest(kept, clock.instant()),
        true);
  }

  private Identified ofOne(Candidates candidates, Password password) {
    var hash =
        candidates
            .member()
            .map(CredentialsDao.Row::passwordHash)
            .or(() -> candidates.signUp().map(SignUpsDao.Row::passwordHash))
            .orElse(null);
    return hashes.fits(password, hash) ? fitting(candidates) : new Identified.Nobody();
  }

  private static Identified fitting(Candidates candidates) {
    return candidates
        .member()
        .<Identified>map(member -> new Identified.Member(member.id()))
        .orElseGet(() -> new Identified.Unverified(candidates.signUp().orElseThrow().id()));
  }

  private Identified ofBoth(Candidates candidates, Password password) {
    boolean members =
        hashes.fits(
            password, candidates.member().map(CredentialsDao.Row::passwordHash).orElse(null));
    boolean signUps =
        hashes.fits(password, candidates.signUp().map(SignUpsDao.Row::passwordHash).orElse(null));
    if (members) {
      return new Identified.Member(candidates.member().orElseThrow().id());
    }
    return signUps
        ? new Identified.Unverified(candidates.signUp().orElseThrow().id())
        : new Identified.Nobody();
  }
}
