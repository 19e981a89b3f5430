package postern.threads;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.BoardId;
import postern.kernel.MemberId;
import postern.kernel.PostId;
import postern.kernel.ThreadId;

/** What would be slow to count again for each page, and what moderators did. */
interface CountsDao {
  @SqlUpdate(
      """
      insert into board_counts (board_id, threads, posts)
      values (:board, :threads, :posts)
      on duplicate key update threads = threads + values(threads), posts = posts + values(posts)
      """)
  void board(BoardId board, int threads, int posts);

  @SqlQuery(
      """
      select c.board_id as board, c.threads, c.posts,
        (select t.id
          from threads t
          where t.board_id = c.board_id and t.listed = true
          order by t.last_post_at desc, t.id desc
          limit 1) as last_thread
      from board_counts c
      where c.board_id in (<boards>)
      """)
  @RegisterConstructorMapper(BoardCount.class)
  List<BoardCount> boards(@BindList Collection<BoardId> boards);

  @SqlUpdate(
      """
      insert into thread_log (id, thread_id, post_id, action, actor_id, reason, at)
      values (:id, :thread, :post, :action, :actor, :reason, :at)
      """)
  void log(
      long id,
      ThreadId thread,
      PostId post,
      LogEntry.Action action,
      MemberId actor,
      String reason,
      Instant at);

  @SqlQuery(
      """
      select id, action, post_id as post, actor_id as actor, reason, at
      from thread_log
      where thread_id = :thread
      order by at desc, id desc
      limit :limit
      """)
  @RegisterConstructorMapper(Logged.class)
  List<Logged> log(ThreadId thread, int limit);

  record BoardCount(BoardId board, int threads, int posts, Optional<ThreadId> lastThread) {}

  record Logged(
      long id,
      LogEntry.Action action,
      Optional<PostId> post,
      MemberId actor,
      String reason,
      Instant at) {}
}
