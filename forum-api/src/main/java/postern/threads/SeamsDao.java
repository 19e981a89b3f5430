package postern.threads;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.PostId;
import postern.kernel.ThreadId;

/** Moves posts from thread to thread, and keeps where they went. */
interface SeamsDao {
  @SqlQuery("select into_thread, numbers_from from merged_threads where id = :id")
  @RegisterConstructorMapper(Merged.class)
  Optional<Merged> merged(ThreadId id);

  @SqlUpdate(
      """
      insert into merged_threads (id, into_thread, numbers_from, merged_at)
      values (:id, :into, :numbersFrom, :at)
      """)
  void keepMerged(ThreadId id, ThreadId into, int numbersFrom, Instant at);

  /** What was merged into a thread before goes on with it. */
  @SqlUpdate(
      """
      update merged_threads
      set into_thread = :into, numbers_from = numbers_from + :by
      where into_thread = :from
      """)
  void leadOn(ThreadId from, ThreadId into, int by);

  @SqlUpdate("update posts set thread_id = :into, number = number + :by where thread_id = :from")
  void moveAll(ThreadId from, ThreadId into, int by);

  @SqlUpdate("update posts set thread_id = :into, number = :number where id = :id")
  void move(PostId id, ThreadId into, int number);

  @SqlUpdate("update thread_log set thread_id = :into where thread_id = :from")
  void moveLog(ThreadId from, ThreadId into);

  @SqlUpdate(
      """
      update thread_seams
      set thread_id = :into, after_number = after_number + :by
      where thread_id = :from
      """)
  void moveSeams(ThreadId from, ThreadId into, int by);

  @SqlUpdate("update thread_seams set other_thread = :into where other_thread = :from")
  void pointOn(ThreadId from, ThreadId into);

  @SqlUpdate("delete from threads where id = :id")
  void drop(ThreadId id);

  @SqlQuery(PostsDao.POST + "where p.thread_id = :thread and p.id in (<ids>) order by p.number")
  @RegisterConstructorMapper(PostsDao.Row.class)
  List<PostsDao.Row> chosen(ThreadId thread, @BindList Collection<PostId> ids);

  @SqlQuery(
      """
      select id
      from posts
      where thread_id = :thread and number > :number
      order by number
      limit :limit
      """)
  List<PostId> after(ThreadId thread, int number, int limit);

  @SqlQuery("select id from posts where thread_id = :thread order by number limit 1")
  PostId first(ThreadId thread);

  @SqlUpdate(
      """
      insert into thread_seams (id, thread_id, after_number, kind, posts, other_thread, other_title, reason, at)
      values (:id, :thread, :after, :kind, :posts, :other, :title, :reason, :at)
      """)
  void keep(@BindMethods Row seam);

  @SqlQuery(
      """
      select id, thread_id as thread, after_number as after, kind, posts, other_thread as other,
        other_title as title, reason, at
      from thread_seams
      where thread_id = :thread and after_number between :from and :to
      order by after_number, id
      """)
  @RegisterConstructorMapper(Row.class)
  List<Row> between(ThreadId thread, int from, int to);

  record Merged(ThreadId intoThread, int numbersFrom) {}

  record Row(
      long id,
      ThreadId thread,
      int after,
      Seam.Kind kind,
      int posts,
      Optional<ThreadId> other,
      Optional<String> title,
      String reason,
      Instant at) {}
}
