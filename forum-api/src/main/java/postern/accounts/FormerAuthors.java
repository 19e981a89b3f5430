package postern.accounts;

import java.util.List;
import java.util.Set;
import postern.accounts.MembersDao.NewMember;
import postern.kernel.AddressId;
import postern.kernel.MemberId;
import postern.kernel.Role;
import postern.kernel.Viewer;
import postern.storage.Tx;

/**
 * People whom an archive names: they have posts and a name, receive nothing, cannot be written to,
 * and cannot sign in. Whoever confirms the address behind one may claim the posts.
 */
public final class FormerAuthors {
  private final Surroundings around;
  private final Accounts accounts;

  FormerAuthors(Surroundings around, Accounts accounts) {
    this.around = around;
    this.accounts = accounts;
  }

  /** One that a member may claim: the page says what the claim ties together before it is made. */
  public record Claimable(MemberId former, String name, int posts) {}

  /**
   * The former author behind an address, made at the first call; one for each address, whatever
   * names it used.
   *
   * @param name what the archive says; an address in it is taken out, and its first part too
   */
  public MemberId formerAuthor(Tx tx, AddressId address, String name) {
    var dao = tx.dao(FormerAuthorsDao.class);
    return dao.of(address).orElseGet(() -> make(tx, address, name));
  }

  /**
   * A new former author without an address: one of many names behind an address that programs or
   * groups share. Nobody can claim the posts; who calls it remembers which one it is.
   */
  public MemberId unclaimable(Tx tx, String name) {
    return make(tx, null, name);
  }

  /** The former authors behind addresses that this member has confirmed and still uses. */
  public List<Claimable> claimable(Tx tx, MemberId member) {
    var addresses = around.vault().inUse(tx, member).stream().map(AddressId::value).toList();
    return addresses.isEmpty()
        ? List.of()
        : tx.dao(FormerAuthorsDao.class).claimable(addresses).stream()
            .map(
                former ->
                    new Claimable(
                        former,
                        accounts.author(tx, former).name(),
                        tx.dao(FormerAuthorsDao.class).posts(former)))
            .toList();
  }

  /** Ties the posts to the member for good; false when they are not theirs to claim. */
  public boolean claim(Viewer.Member by, MemberId former) {
    return around
        .database()
        .write(
            tx -> {
              boolean theirs =
                  claimable(tx, by.id()).stream().anyMatch(one -> one.former().equals(former));
              if (!theirs || tx.dao(FormerAuthorsDao.class).claim(former, by.id()) == 0) {
                return false;
              }
              accounts.addPosts(tx, by.id(), tx.dao(FormerAuthorsDao.class).posts(former));
              around.jobs().publish(tx, new AuthorClaimed(former, by.id()));
              return true;
            });
  }

  private MemberId make(Tx tx, AddressId address, String name) {
    var sources = around.sources();
    var id = new MemberId(sources.ids().next());
    var handle = Names.formerHandle(sources.randomness());
    var former =
        new NewMember(
            id,
            Kind.FORMER,
            handle,
            Names.former(name),
            Names.seed(sources.randomness()),
            Role.MEMBER,
            sources.now(),
            null,
            null,
            address);
    // Nothing shows whoever is only now there.
    tx.changing(Set.of(), () -> tx.dao(MembersDao.class).insert(former));
    return id;
  }
}
