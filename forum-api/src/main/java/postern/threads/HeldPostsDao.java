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
import postern.kernel.BoardId;
import postern.kernel.MemberId;
import postern.kernel.PostId;
import postern.kernel.ThreadId;

@RegisterConstructorMapper(HeldPostsDao.Row.class)
interface HeldPostsDao {
  String HELD =
      """
      select h.id, h.thread_id as thread, coalesce(t.board_id, h.board_id) as board, h.title,
        h.author_id as author, h.written_at, h.body, h.html, h.why, h.refused_at, h.refusal
      from held_posts h
      left join threads t on t.id = h.thread_id
      """;

  @SqlQuery(HELD + "where h.id = :id")
  Optional<Row> find(PostId id);

  /** One moderator at a time decides. */
  @SqlQuery("select id from held_posts where id = :id and refused_at is null for update")
  Optional<PostId> hold(PostId id);

  @SqlQuery(
      HELD
          + """
          where h.refused_at is null and coalesce(t.board_id, h.board_id) in (<boards>)
            and h.written_at >= :at and (h.written_at > :at or h.id > :id)
          order by h.written_at, h.id
          limit :limit
          """)
  List<Row> waiting(@BindList Collection<BoardId> boards, Instant at, long id, int limit);

  @SqlQuery(
      HELD
          + """
          where h.thread_id = :thread and h.refused_at is null
          order by h.id
          limit :limit
          """)
  List<Row> inThread(ThreadId thread, int limit);

  @SqlQuery(
      HELD
          + """
          where h.author_id = :author
          order by h.written_at desc, h.id desc
          limit :limit
          """)
  List<Row> by(MemberId author, int limit);

  @SqlQuery("select count(*) from held_posts where author_id = :author and refused_at is null")
  int waitingBy(MemberId author);

  @SqlUpdate(
      """
      insert into held_posts (id, thread_id, board_id, title, author_id, written_at, body, html, why)
      values (:id, :thread, :board, :title, :author, :writtenAt, :body, :html, :why)
      """)
  void insert(@BindMethods Row row);

  @SqlUpdate("update held_posts set thread_id = :into where thread_id = :from")
  void move(ThreadId from, ThreadId into);

  @SqlUpdate("update held_posts set refused_at = :now, refusal = :reason where id = :id")
  void refuse(PostId id, Instant now, String reason);

  @SqlUpdate("delete from held_posts where id = :id")
  int remove(PostId id);

  @SqlUpdate("delete from held_posts where refused_at < :before")
  int sweep(Instant before);

  record Row(
      PostId id,
      Optional<ThreadId> thread,
      BoardId board,
      Optional<String> title,
      MemberId author,
      Instant writtenAt,
      String body,
      String html,
      HeldPost.Why why,
      Optional<Instant> refusedAt,
      Optional<String> refusal) {}
}
