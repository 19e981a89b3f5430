package postern.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface OperatorMailsDao {
  @SqlUpdate(
      """
      insert into operator_mails (id, mailbox, sealed, received_at)
      values (:id, :mailbox, :sealed, :now)
      """)
  void insert(long id, String mailbox, byte[] sealed, Instant now);

  @SqlQuery("select count(*) from operator_mails")
  int kept();

  @SqlQuery("select count(*) from operator_mails where received_at > :since")
  int since(Instant since);

  @SqlQuery("select count(*) from operator_mails where opened_at is null")
  int unopened();

  @SqlQuery(
      """
      select id, mailbox, sealed, received_at, opened_at
      from operator_mails
      where received_at < :before or received_at = :before and id < :beforeId
      order by received_at desc, id desc
      limit :limit
      """)
  @RegisterConstructorMapper(Row.class)
  List<Row> list(Instant before, long beforeId, int limit);

  @SqlQuery("select id, mailbox, sealed, received_at, opened_at from operator_mails where id = :id")
  @RegisterConstructorMapper(Row.class)
  Optional<Row> find(long id);

  @SqlUpdate("update operator_mails set opened_at = coalesce(opened_at, :now) where id = :id")
  void opened(long id, Instant now);

  @SqlUpdate("delete from operator_mails where id = :id")
  int delete(long id);

  @SqlUpdate("delete from operator_mails where received_at < :before limit 10000")
  int sweep(Instant before);

  record Row(long id, String mailbox, byte[] sealed, Instant receivedAt, Instant openedAt) {}
}
