package postern.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.AddressId;
import postern.kernel.MemberId;

interface QueueDao {
  @SqlQuery(
      """
      select count(*) as number, coalesce(sum(attempts > 0), 0) as deferred,
        min(queued_at) as oldest
      from mails
      where state = 'QUEUED'
      """)
  @RegisterConstructorMapper(MailQueue.Waiting.class)
  MailQueue.Waiting waiting();

  @SqlQuery(
      """
      select id, kind, state, attempts, last_code, reported, queued_at, settled_at
      from mails
      where state = :state and (queued_at < :before or queued_at = :before and id < :beforeId)
      order by queued_at desc, id desc
      limit :limit
      """)
  @RegisterConstructorMapper(MailView.class)
  List<MailView> mails(String state, Instant before, long beforeId, int limit);

  @SqlQuery(
      """
      select d.destination, d.name, d.last_code, d.last_answer, d.last_at, w.mails, w.people
      from (
        select destination, count(*) as mails, count(distinct to_address) as people
        from mails
        where state = 'QUEUED' and destination is not null
        group by destination
      ) w
      join mail_destinations d on d.destination = w.destination
      order by w.mails desc, d.last_at desc
      limit 200
      """)
  @RegisterConstructorMapper(Waits.class)
  List<Waits> deferring();

  @SqlQuery(
      """
      select date(settled_at) as day,
        sum(state = 'DELIVERED') as sent,
        sum(state in ('UNDELIVERABLE', 'DROPPED') and reported is null) as undeliverable,
        sum(state = 'HELD') as held,
        sum(coalesce(reported in ('HARD', 'SOFT'), 0)) as bounced,
        sum(coalesce(reported = 'COMPLAINT', 0)) as complained
      from mails
      where settled_at >= :since
      group by date(settled_at)
      order by day desc
      """)
  @RegisterConstructorMapper(MailQueue.Day.class)
  List<MailQueue.Day> days(Instant since);

  @SqlQuery("select since from sending_rest where id = 1")
  Optional<Instant> restingSince();

  @SqlUpdate("insert ignore into sending_rest (id, since) values (1, :now)")
  int rest(Instant now);

  @SqlUpdate("delete from sending_rest")
  int resume();

  @SqlQuery("select to_address from mails where id = :id and state = 'QUEUED'")
  Optional<AddressId> waitingFor(long id);

  @SqlUpdate(
      """
      update mails
      set state = 'DROPPED', settled_at = :now, sealed = null
      where id = :id and state = 'QUEUED'
      """)
  int drop(long id, Instant now);

  @SqlUpdate(
      """
      insert into mail_actions (id, member, action, mail, reason, at)
      values (:id, :member, :action, :mail, :reason, :now)
      """)
  void act(
      long id, MemberId member, MailQueue.Action action, Long mail, String reason, Instant now);

  @SqlQuery(
      """
      select id, member, action, mail, reason, at
      from mail_actions
      order by at desc, id desc
      limit :limit
      """)
  @RegisterConstructorMapper(MailQueue.Acted.class)
  List<MailQueue.Acted> actions(int limit);

  @SqlUpdate("delete from mail_actions where at < :before limit 10000")
  int sweepActions(Instant before);

  @SqlUpdate("delete from mail_destinations where last_at < :before limit 10000")
  int sweepDestinations(Instant before);

  record Waits(
      byte[] destination,
      byte[] name,
      int lastCode,
      String lastAnswer,
      Instant lastAt,
      long mails,
      long people) {}
}
