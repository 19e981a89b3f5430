package postern.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.PostId;
import postern.kernel.ThreadId;

@RegisterConstructorMapper(ChangesDao.Log.class)
@RegisterConstructorMapper(ChangesDao.Change.class)
interface ChangesDao {
  @SqlQuery("select epoch, last, swept from search_log where id = 1")
  Log log();

  /** Holds the log until the transaction ends, so that numbers are committed in their order. */
  @SqlUpdate("update search_log set last = last + 1 where id = 1")
  void advance();

  @SqlUpdate(
      """
      insert into search_changes (seq, thread_id, post_id, at)
      select last, :thread, :post, :now
      from search_log
      where id = 1
      """)
  void insert(ThreadId thread, PostId post, Instant now);

  @SqlQuery(
      """
      select seq, thread_id as thread, post_id as post
      from search_changes
      where seq > :after
      order by seq
      limit :limit
      """)
  List<Change> after(long after, int limit);

  @SqlUpdate("update search_log set epoch = epoch + 1 where id = 1")
  void nextEpoch();

  @SqlQuery("select coalesce(max(seq), 0) from search_changes where at < :before")
  long lastBefore(Instant before);

  @SqlUpdate("update search_log set swept = greatest(swept, :seq) where id = 1")
  void swept(long seq);

  @SqlUpdate("delete from search_changes where seq <= :seq order by seq limit :limit")
  int sweep(long seq, int limit);

  record Log(long epoch, long last, long swept) {}

  record Change(long seq, ThreadId thread, Optional<PostId> post) {}
}
