package postern.threads;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import postern.kernel.BoardId;
import postern.kernel.MemberId;
import postern.kernel.PostId;
import postern.kernel.ThreadId;

@RegisterConstructorMapper(FindableDao.Row.class)
interface FindableDao {
  String POST =
      """
      select p.id, p.thread_id as thread, p.number, t.board_id as board, p.author_id as author, p.created_at, p.html,
        t.title,
        (p.number = 1 or not exists (
          select 1 from posts q where q.thread_id = p.thread_id and q.number < p.number and q.deleted_at is null))
          as titled
      from posts p
      join threads t on t.id = p.thread_id
      where p.deleted_at is null and t.listed = true
      """;

  @SqlQuery(POST + "and p.id in (<ids>)")
  List<Row> posts(@BindList Collection<PostId> ids);

  @SqlQuery(POST + "and p.thread_id = :thread and p.number > :after order by p.number limit :limit")
  List<Row> thread(ThreadId thread, int after, int limit);

  @SqlQuery(POST + "and p.id > :after order by p.id limit :limit")
  List<Row> after(long after, int limit);

  @SqlQuery(
      """
      select id
      from posts
      where thread_id = :thread and deleted_at is null
      order by number
      limit :limit
      """)
  List<PostId> first(ThreadId thread, int limit);

  record Row(
      PostId id,
      ThreadId thread,
      int number,
      BoardId board,
      MemberId author,
      Instant createdAt,
      String html,
      String title,
      boolean titled) {
    Findable findable() {
      return new Findable(
          id,
          thread,
          board,
          titled ? Optional.of(title) : Optional.empty(),
          author,
          createdAt,
          new SafeHtml(html));
    }
  }
}
