package postern.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface JobsDao {
  @SqlUpdate(
      """
      insert into jobs (id, kind, payload, run_at, created_at, attempts, state)
      values (:id, :kind, :payload, :runAt, :now, 0, 'WAITING')
      """)
  void insert(long id, String kind, String payload, Instant runAt, Instant now);

  @SqlQuery(
      """
      select id
      from jobs
      where state = 'WAITING' and run_at <= :now
      order by run_at
      limit :limit
      """)
  List<Long> due(Instant now, int limit);

  // The committed update is the claim: row locks do not reach across the nodes of a cluster.
  @SqlUpdate(
      """
      update jobs
      set claimed_by = :node, run_at = :until, attempts = attempts + 1
      where id = :id and state = 'WAITING' and run_at <= :now
      """)
  int claim(long id, long node, Instant now, Instant until);

  @SqlQuery(
      "select id, kind, payload, attempts, created_at from jobs where id = :id and claimed_by ="
          + " :node")
  @RegisterConstructorMapper(Claimed.class)
  Optional<Claimed> claimed(long id, long node);

  @SqlUpdate(
      "update jobs set run_at = :until where id = :id and claimed_by = :node and state = 'WAITING'")
  int renew(long id, long node, Instant until);

  @SqlUpdate(
      """
      update jobs
      set claimed_by = null, run_at = :runAt, last_failure = :failure
      where id = :id and claimed_by = :node
      """)
  void postpone(long id, long node, Instant runAt, String failure);

  @SqlUpdate(
      """
      update jobs
      set claimed_by = null, state = 'GIVEN_UP', last_failure = :failure
      where id = :id and claimed_by = :node
      """)
  void giveUp(long id, long node, String failure);

  @SqlUpdate("delete from jobs where id = :id")
  int delete(long id);

  @SqlUpdate(
      """
      update jobs
      set state = 'WAITING', attempts = 0, run_at = :now
      where id = :id and state = 'GIVEN_UP'
      """)
  int revive(long id, Instant now);

  @SqlUpdate(
      """
      update jobs
      set state = 'WAITING', attempts = 0, run_at = :now
      where kind = :kind and payload = :payload and claimed_by is null
      """)
  int hasten(String kind, String payload, Instant now);

  @SqlUpdate(
      """
      update jobs
      set run_at = :now
      where kind = :kind and state = 'WAITING' and claimed_by is null and run_at > :now
      limit 10000
      """)
  int hastenAll(String kind, Instant now);

  @SqlQuery(
      """
      select id, kind, state, attempts, run_at, created_at, claimed_by is not null as claimed, last_failure
      from jobs
      where id > :after
      order by id
      limit :limit
      """)
  @RegisterConstructorMapper(JobView.class)
  List<JobView> list(long after, int limit);

  @SqlQuery(
      "select kind, state, count(*) as number from jobs group by kind, state order by kind, state")
  @RegisterConstructorMapper(JobCount.class)
  List<JobCount> counts();

  @SqlUpdate("insert ignore into schedules (name, next_run) values (:name, :at)")
  void schedule(String name, Instant at);

  @SqlUpdate("update schedules set next_run = :next where name = :name and next_run <= :now")
  int claimSchedule(String name, Instant now, Instant next);

  record Claimed(long id, String kind, String payload, int attempts, Instant createdAt) {}
}
