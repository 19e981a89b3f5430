package postern.importing;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.accounts.FormerAuthors;
import postern.kernel.AddressId;
import postern.kernel.EmailAddress;
import postern.kernel.MemberId;
import postern.privacy.AddressVault;
import postern.storage.Database;
import postern.storage.Tx;

/** The former authors of one import. Their addresses go into the vault and nowhere else. */
final class Writers {
  private static final int LONGEST_NAME = 60;

  private final Database database;
  private final AddressVault vault;
  private final FormerAuthors authors;
  private final SharedAddresses shared;
  private final Map<EmailAddress, MemberId> known = new HashMap<>();

  Writers(Database database, AddressVault vault, FormerAuthors authors, SharedAddresses shared) {
    this.database = database;
    this.vault = vault;
    this.authors = authors;
    this.shared = shared;
  }

  MemberId author(Writer writer, AddressMarks marks) {
    var found = known.get(writer.address());
    if (found != null) {
      return found;
    }
    var name = marks.without(writer.name());
    boolean oneOfMany = shared.isShared(writer.address()) && !name.isEmpty();
    var author =
        database.write(
            tx -> {
              var address = vault.keep(tx, writer.address());
              return oneOfMany
                  ? oneOfMany(tx, address, name)
                  : authors.formerAuthor(tx, address, name);
            });
    if (!oneOfMany) {
      known.put(writer.address(), author);
    }
    return author;
  }

  private MemberId oneOfMany(Tx tx, AddressId address, String name) {
    var dao = tx.dao(SharedWritersDao.class);
    var lower = name.toLowerCase(Locale.ROOT);
    var key =
        lower.codePointCount(0, lower.length()) <= LONGEST_NAME
            ? lower
            : lower.substring(0, lower.offsetByCodePoints(0, LONGEST_NAME));
    return dao.find(address, key)
        .orElseGet(
            () -> {
              var author = authors.unclaimable(tx, name);
              dao.insert(address, key, author);
              return author;
            });
  }

  interface SharedWritersDao {
    @SqlQuery("select author from shared_writers where address = :address and name = :name")
    Optional<MemberId> find(AddressId address, String name);

    @SqlUpdate(
        "insert into shared_writers (address, name, author) values (:address, :name, :author)")
    void insert(AddressId address, String name, MemberId author);
  }
}
