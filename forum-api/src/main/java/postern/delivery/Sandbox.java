package postern.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.EmailAddress;
import postern.kernel.Ids;
import postern.privacy.Keys;
import postern.storage.Database;

/**
 * Keeps the mail that would have left, for the people who try the software on their own machine.
 */
public final class Sandbox implements Transport {
  private static final int KEPT = 1000;

  private final Database database;
  private final InstantSource clock;
  private final Keys keys;
  private final Ids ids;

  public Sandbox(Database database, InstantSource clock, Keys keys, Ids ids) {
    this.database = database;
    this.clock = clock;
    this.keys = keys;
    this.ids = ids;
  }

  /** A kept mail. It shows its recipient, as a mailbox would; so it exists on loopback only. */
  public record Message(long id, String from, String to, byte[] raw, Instant at) {
    @Override
    public String toString() {
      return "Message[" + id + "]";
    }
  }

  @Override
  public Attempted attempt(long mail, String returnPath, EmailAddress to, byte[] finished) {
    database.run(
        tx -> {
          var dao = tx.dao(Dao.class);
          dao.insert(
              ids.next(),
              mail,
              returnPath,
              keys.sealText(to.reveal(), place(mail)),
              keys.seal(finished, place(mail)),
              clock.instant());
          dao.oldestKept(KEPT).ifPresent(dao::deleteBefore);
        });
    return new Attempted.Accepted();
  }

  /** The newest first. */
  public List<Message> messages(int limit) {
    return database.read(tx -> tx.dao(Dao.class).latest(limit)).stream().map(this::open).toList();
  }

  public Optional<Message> message(long id) {
    return database.read(tx -> tx.dao(Dao.class).find(id)).map(this::open);
  }

  private Message open(Dao.Row row) {
    var place = place(row.mail());
    return new Message(
        row.id(),
        row.returnPath(),
        keys.openText(row.recipient(), place),
        keys.open(row.raw(), place),
        row.keptAt());
  }

  private static String place(long mail) {
    return "sandbox:" + mail;
  }

  interface Dao {
    @SqlUpdate(
        """
        insert ignore into sandbox_messages (id, mail, return_path, recipient, raw, kept_at)
        values (:id, :mail, :returnPath, :recipient, :raw, :now)
        """)
    void insert(long id, long mail, String returnPath, byte[] recipient, byte[] raw, Instant now);

    @SqlQuery(
        """
        select id, mail, return_path, recipient, raw, kept_at
        from sandbox_messages
        order by id desc
        limit :limit
        """)
    @RegisterConstructorMapper(Row.class)
    List<Row> latest(int limit);

    @SqlQuery(
        "select id, mail, return_path, recipient, raw, kept_at from sandbox_messages where id ="
            + " :id")
    @RegisterConstructorMapper(Row.class)
    Optional<Row> find(long id);

    @SqlQuery("select id from sandbox_messages order by id desc limit 1 offset :kept")
    Optional<Long> oldestKept(int kept);

    @SqlUpdate("delete from sandbox_messages where id <= :id")
    void deleteBefore(long id);

    record Row(
        long id, long mail, String returnPath, byte[] recipient, byte[] raw, Instant keptAt) {}
  }
}
