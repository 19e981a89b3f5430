package postern.delivery;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.AddressId;

interface MailsDao {
  @SqlUpdate(
      """
      insert into mails (id, kind, to_address, sealed, about, elected, spoken, passages, reference, state, attempts,
        queued_at)
      values (:id, :kind, :to, :sealed, :about, :elected, :spoken, :passages, :reference, 'QUEUED', 0, :now)
      """)
  void insert(
      long id,
      String kind,
      AddressId to,
      byte[] sealed,
      String about,
      AddressId elected,
      boolean spoken,
      byte[] passages,
      String reference,
      Instant now);

  @SqlQuery(
      """
      select id, kind, to_address, sealed, about, elected, spoken, passages, reference, attempts, queued_at,
        exists (select 1 from sending_rest) as resting
      from mails
      where id = :id and state = 'QUEUED'
      """)
  @RegisterConstructorMapper(Queued.class)
  Optional<Queued> queued(long id);

  @SqlQuery("select reference from mails where id = :id")
  Optional<String> reference(long id);

  @SqlQuery("select to_address from mails where id = :id")
  Optional<AddressId> recipient(long id);

  @SqlUpdate(
      """
      update mails
      set attempts = attempts + 1, last_code = :code, last_answer = :answer,
        destination = :destination
      where id = :id
      """)
  void attempted(long id, int code, String answer, byte[] destination);

  @SqlUpdate(
      """
      insert into mail_destinations (destination, name, last_code, last_answer, last_at)
      values (:destination, :name, :code, :answer, :now)
      on duplicate key update last_code = values(last_code), last_answer = values(last_answer),
        last_at = values(last_at)
      """)
  void deferredBy(byte[] destination, byte[] name, int code, String answer, Instant now);

  // What was sent or given up is not kept; what the gate stopped stays for its sender to see why.
  @SqlUpdate(
      """
      update mails
      set state = :state, settled_at = :now, places = :places, last_code = :code, sealed = null,
        passages = null
      where id = :id and state = 'QUEUED'
      """)
  int settle(long id, Settlement state, Integer code, String places, Instant now);

  @SqlUpdate(
      """
      update mails
      set state = 'UNDELIVERABLE', settled_at = :now, reported = :how, sealed = null
      where id = :id and state in ('QUEUED', 'DELIVERED') and reported is null
      """)
  int bounced(long id, String how, Instant now);

  @SqlUpdate("update mails set reported = :how where id = :id and reported is null")
  int reported(long id, String how);

  @SqlQuery(
      "select places from mails where reference = :reference and state = 'HELD' order by settled_at"
          + " desc limit 1")
  Optional<String> places(String reference);

  @SqlUpdate("delete from mails where state <> 'QUEUED' and settled_at < :before limit 10000")
  int sweep(Instant before);

  record Queued(
      long id,
      String kind,
      AddressId toAddress,
      byte[] sealed,
      String about,
      AddressId elected,
      boolean spoken,
      byte[] passages,
      String reference,
      int attempts,
      Instant queuedAt,
      boolean resting) {}
}
