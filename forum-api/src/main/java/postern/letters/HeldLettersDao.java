package postern.letters;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.LetterId;
import postern.kernel.MemberId;

@RegisterConstructorMapper(HeldLettersDao.Row.class)
interface HeldLettersDao {
  @SqlUpdate(
      """
      insert ignore into held_letters (id, mailbox, raw, digest, held_at)
      values (:id, :mailbox, :raw, :digest, :now)
      """)
  int insert(LetterId id, byte[] mailbox, byte[] raw, byte[] digest, Instant now);

  @SqlQuery("select count(*) from held_letters where sender is null")
  int unasked();

  @SqlQuery(
      """
      select id, sender, reader, mailbox, raw, digest, held_at
      from held_letters
      where id = :id and sender is null
      """)
  Optional<Row> unasked(LetterId id);

  @SqlUpdate("update held_letters set sender = :sender, reader = :reader where id = :id")
  void asked(LetterId id, MemberId sender, MemberId reader);

  @SqlUpdate("delete from held_letters where id = :id and sender is null")
  void deleteUnasked(LetterId id);

  @SqlQuery(
      """
      select id, sender, reader, mailbox, raw, digest, held_at
      from held_letters
      where sender = :sender and held_at > :after
      order by held_at, id
      limit :limit
      """)
  List<Row> of(MemberId sender, Instant after, int limit);

  @SqlQuery("select id from held_letters where sender = :sender and held_at > :after limit 1")
  Optional<LetterId> any(MemberId sender, Instant after);

  @SqlQuery(
      """
      select id, sender, reader, mailbox, raw, digest, held_at
      from held_letters
      where id = :id and sender = :sender and held_at > :after
      """)
  Optional<Row> find(LetterId id, MemberId sender, Instant after);

  @SqlUpdate("delete from held_letters where id = :id and sender = :sender")
  int delete(LetterId id, MemberId sender);

  @SqlUpdate("delete from held_letters where held_at <= :before limit 1000")
  int sweep(Instant before);

  /** A message as it came, sealed. */
  record Row(
      LetterId id,
      MemberId sender,
      MemberId reader,
      byte[] mailbox,
      byte[] raw,
      byte[] digest,
      Instant heldAt) {

    static String place(LetterId id, String column) {
      return "held_letters:" + id + ":" + column;
    }

    @Override
    public String toString() {
      return "Row[" + id + "]";
    }
  }
}
