package postern.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.AddressId;

interface TroubleDao {
  @SqlQuery(
      """
      select (select why from suspended_addresses where address = :address) as suspended,
        (select wait_until from soft_bounces where address = :address) as wait_until
      """)
  @RegisterConstructorMapper(Trouble.class)
  Trouble of(AddressId address);

  // A complaint stays one, also when a bounce follows it.
  @SqlUpdate(
      """
      insert into suspended_addresses (address, since, why)
      values (:address, :now, :why)
      on duplicate key update why = if(values(why) = 'COMPLAINED', 'COMPLAINED', why)
      """)
  void suspend(AddressId address, Bounces.Why why, Instant now);

  @SqlQuery("select why from suspended_addresses where address = :address")
  Optional<Bounces.Why> suspended(AddressId address);

  @SqlUpdate("delete from suspended_addresses where address = :address")
  void resume(AddressId address);

  @SqlQuery("select times from soft_bounces where address = :address and last_at > :since")
  Optional<Integer> softOnes(AddressId address, Instant since);

  @SqlUpdate(
      """
      insert into soft_bounces (address, times, last_at, wait_until)
      values (:address, :times, :now, :until)
      on duplicate key update times = values(times), last_at = values(last_at),
        wait_until = values(wait_until)
      """)
  void soft(AddressId address, int times, Instant now, Instant until);

  @SqlUpdate("delete from soft_bounces where address = :address")
  void forgetSoft(AddressId address);

  @SqlUpdate("delete from soft_bounces where last_at < :before limit 10000")
  int sweepSoft(Instant before);

  @SqlQuery("select why, count(*) as number from suspended_addresses group by why")
  @RegisterConstructorMapper(MailQueue.Suspended.class)
  List<MailQueue.Suspended> suspendedCounts();

  /**
   * What is known of an address that mail came back from.
   *
   * @param suspended why nothing but what its owner asks for is sent there
   * @param waitUntil when the next mail may be tried, after one failed for a reason that may pass
   */
  record Trouble(String suspended, Instant waitUntil) {
    boolean stops(String kind) {
      return suspended != null && !OwnersMail.isAskedFor(kind);
    }

    Optional<Instant> waits(Instant now) {
      return Optional.ofNullable(waitUntil).filter(now::isBefore);
    }
  }
}
