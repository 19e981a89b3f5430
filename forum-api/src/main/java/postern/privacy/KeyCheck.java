package postern.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.storage.Database;
import postern.storage.StorageRefusal;

/**
 * Refuses to start with keys that are not this database's: everything sealed would be lost behind
 * them.
 */
public final class KeyCheck {
  private static final String PLACE = "key_check";
  private static final byte[] WORDS = "the keys of this database".getBytes(StandardCharsets.UTF_8);

  private KeyCheck() {}

  /**
   * @throws StorageRefusal when the key file belongs to another database
   */
  public static void require(Database database, Keys keys) {
    // Read first: a start must be possible when nothing more can be written.
    var found = database.read(tx -> tx.dao(Dao.class).sealed());
    var sealed = found.orElseGet(() -> kept(database, keys));
    try {
      keys.open(sealed, PLACE);
    } catch (IllegalStateException otherKeys) {
      throw new StorageRefusal(
          "The key file is not this database's. Put back the key file that was made with it; a new"
              + " one cannot open what is sealed there.");
    }
  }

  private static byte[] kept(Database database, Keys keys) {
    return database.write(
        tx -> {
          var dao = tx.dao(Dao.class);
          dao.insertIfNew(keys.seal(WORDS, PLACE));
          return dao.sealed().orElseThrow();
        });
  }

  interface Dao {
    @SqlUpdate("insert ignore into key_check (id, sealed) values (1, :sealed)")
    void insertIfNew(byte[] sealed);

    @SqlQuery("select sealed from key_check where id = 1")
    Optional<byte[]> sealed();
  }
}
