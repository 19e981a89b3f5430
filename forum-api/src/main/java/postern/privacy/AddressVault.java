package postern.privacy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import postern.http.RateLimits;
import postern.http.Rule;
import postern.kernel.AddressId;
import postern.kernel.EmailAddress;
import postern.kernel.Ids;
import postern.kernel.MemberId;
import postern.kernel.Viewer;
import postern.storage.Database;
import postern.storage.Tx;

/**
 * Where every real address lies, sealed, found by a keyed index. One row stands for one address,
 * whoever uses it: a pending sign-up, a member, a former author. It has an owner once a member has
 * shown that mail to it reaches them.
 *
 * <p>An address becomes text in two ways only: {@link #show} for a viewer, by the owner's election
 * as it is now, and {@link #envelope} and {@link #everOf} for the courier, the gate and the
 * composer, whose uses are listed in {@code ArchitectureTest}.
 */
public final class AddressVault {
  private static final Rule REVEALS = new Rule("address-reveals", 120, Duration.ofHours(1));

  private final Database database;
  private final Keys keys;
  private final Ids ids;
  private final InstantSource clock;
  private final Elections elections;
  private final RateLimits limits;

  public AddressVault(
      Database database,
      Keys keys,
      Ids ids,
      InstantSource clock,
      Elections elections,
      RateLimits limits) {
    this.database = database;
    this.keys = keys;
    this.ids = ids;
    this.clock = clock;
    this.elections = elections;
    this.limits = limits;
  }

  /** The id of this address, kept from now on if it was not. */
  public AddressId keep(Tx tx, EmailAddress address) {
    var dao = tx.dao(AddressesDao.class);
    var id = new AddressId(ids.unguessable());
    dao.insertIfNew(id, index(address), seal(address, id), clock.instant());
    return dao.find(index(address)).orElseThrow();
  }

  public Optional<AddressId> find(Tx tx, EmailAddress address) {
    return tx.dao(AddressesDao.class).find(index(address));
  }

  /** The member who has shown that this address is theirs and still uses it. */
  public Optional<MemberId> owner(Tx tx, EmailAddress address) {
    return tx.dao(AddressesDao.class).owner(index(address));
  }

  /** The member who has shown that this address is theirs and still uses it. */
  public Optional<MemberId> owner(Tx tx, AddressId id) {
    return tx.dao(AddressesDao.class).owner(id);
  }

  /** The address that mail for this member goes to. */
  public Optional<AddressId> mainOf(Tx tx, MemberId owner) {
    return tx.dao(AddressesDao.class).mainOf(owner);
  }

  /** The addresses that a member has confirmed and still uses. */
  public List<AddressId> inUse(Tx tx, MemberId owner) {
    return tx.dao(AddressesDao.class).inUse(owner).stream().map(AddressesDao.Row::id).toList();
  }

  /**
   * The member has shown that mail to this address reaches them. The first one confirmed is the
   * main one.
   *
   * @return false when it is another member's, and nothing changed
   */
  public boolean confirm(Tx tx, AddressId id, MemberId owner) {
    var dao = tx.dao(AddressesDao.class);
    if (dao.confirm(id, owner, clock.instant()) == 0) {
      return false;
    }
    if (dao.mainOf(owner).isEmpty()) {
      dao.setMain(owner, id);
    }
    return true;
  }

  /** Mail for the member goes here from now on. The address must be confirmed as theirs. */
  public void makeMain(Tx tx, MemberId owner, AddressId id) {
    tx.dao(AddressesDao.class).setMain(owner, id);
  }

  /**
   * The member no longer uses it: it says nothing for them any more, but is still kept out of their
   * letters.
   */
  public void retire(Tx tx, MemberId owner, AddressId id) {
    tx.dao(AddressesDao.class).retire(id, owner, clock.instant());
  }

  /**
   * Forgets an address that nobody ever confirmed; its keeper calls it when its own use has ended.
   */
  public void forget(Tx tx, AddressId id) {
    tx.dao(AddressesDao.class).forget(id);
  }

  /** A member's own addresses, for that member alone: the main one first. */
  public List<OwnAddress> own(Viewer.Member viewer) {
    return database.read(
        tx ->
            tx.dao(AddressesDao.class).inUse(viewer.id()).stream()
                .map(
                    row ->
                        new OwnAddress(
                            row.id(), new VisibleAddress(open(row)), row.main(), row.confirmedAt()))
                .toList());
  }

  /**
   * The one door to a reader: the owner's main address, if the owner's election shows it to this
   * viewer now. Limited in number for each viewer, one's own not counted. What it returns must not
   * be stored by any cache.
   */
  public Reveal show(MemberId owner, Viewer viewer) {
    // A read, though it counts: who may look must be able to when the disk is full.
    return database.read(tx -> show(tx, owner, viewer));
  }

  private Reveal show(Tx tx, MemberId owner, Viewer viewer) {
    var since = elections.shownSince(tx, owner, viewer);
    var main = tx.dao(AddressesDao.class).mainRow(owner);
    if (since.isEmpty() || main.isEmpty()) {
      return new Reveal.Hidden();
    }
    if (viewer instanceof Viewer.Member member
        && !member.id().equals(owner)
        && limits.take(tx, REVEALS, member.id().toString())
            instanceof RateLimits.Taken.TooMany(var wait)) {
      return new Reveal.TooMany(wait);
    }
    return new Reveal.Shown(new VisibleAddress(open(main.get())), since.get());
  }

  /** For the courier alone: where to send. */
  public Optional<EmailAddress> envelope(Tx tx, AddressId id) {
    return tx.dao(AddressesDao.class).row(id).map(this::open);
  }

  /**
   * For the composer and the gate alone: every address the member ever confirmed, which nobody else
   * may read.
   */
  public List<EmailAddress> everOf(Tx tx, MemberId owner) {
    return tx.dao(AddressesDao.class).everOf(owner).stream().map(this::open).toList();
  }

  /** Whether the owner of one address shows it, now, to the owner of the other. */
  public boolean stillShown(Tx tx, AddressId shown, AddressId reader) {
    var owner = owner(tx, shown);
    var viewer = owner(tx, reader);
    return owner.isPresent()
        && viewer.isPresent()
        && elections.electedFor(tx, owner.get(), viewer.get()).isPresent();
  }

  // The index must be the same for every spelling of one mailbox, as EmailAddress.equals has it.
  private byte[] index(EmailAddress address) {
    return keys.index("address", address.reveal().toLowerCase(Locale.ROOT));
  }

  private byte[] seal(EmailAddress address, AddressId id) {
    return keys.seal(address.reveal().getBytes(StandardCharsets.UTF_8), place(id));
  }

  private EmailAddress open(AddressesDao.Row row) {
    return EmailAddress.parse(keys.openText(row.sealed(), place(row.id()))).orElseThrow();
  }

  private static String place(AddressId id) {
    return "addresses:" + id;
  }
}
