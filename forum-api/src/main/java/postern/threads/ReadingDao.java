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

/** Lists of threads for who reads on. Without the hints a server may sort all threads first. */
@RegisterConstructorMapper(ForumThread.class)
interface ReadingDao {
  String UNREAD =
      """
      force index (by_activity)
      where listed = true and board_id in (<boards>) and last_post_at > :floor
        and last_post_at <= :at and (last_post_at < :at or id < :id)
        and not exists (
          select 1
          from read_positions r
          where r.member_id = :member and r.thread_id = threads.id and r.number >= threads.last_number)
        and not exists (
          select 1
          from read_floors f
          where f.member_id = :member and f.board_id = threads.board_id
            and f.up_to >= threads.last_post_at)
      """;

  @SqlQuery(
      ThreadsDao.THREAD
          + UNREAD
          + """
          order by last_post_at desc, id desc
          limit :limit
          """)
  List<ForumThread> unread(
      MemberId member,
      @BindList Collection<BoardId> boards,
      Instant floor,
      Instant at,
      long id,
      int limit);

  @SqlQuery(
      ThreadsDao.THREAD
          + """
          force index (by_activity)
          where listed = true and board_id in (<boards>) and last_post_at > :since
            and last_post_at <= :at and (last_post_at < :at or id < :id)
          order by last_post_at desc, id desc
          limit :limit
          """)
  List<ForumThread> since(
      @BindList Collection<BoardId> boards, Instant since, Instant at, long id, int limit);

  @SqlQuery(
      """
      select count(*)
      from (
        select id
        from threads force index (by_activity)
        where listed = true and board_id in (<boards>) and last_post_at > :since
        limit :most) t
      """)
  int countSince(@BindList Collection<BoardId> boards, Instant since, int most);

  @SqlQuery(
      ThreadsDao.THREAD
          + """
          force index (by_answers)
          where listed = true and shown = 1 and board_id in (<boards>) and lock_reason is null
            and last_post_at <= :at and (last_post_at < :at or id < :id)
          order by last_post_at desc, id desc
          limit :limit
          """)
  List<ForumThread> unanswered(
      @BindList Collection<BoardId> boards, Instant at, long id, int limit);

  @SqlQuery(
      ThreadsDao.THREAD
          + """
          where listed = true and board_id in (<boards>)
            and last_post_at <= :at and (last_post_at < :at or id < :id)
            and id in (
              select p.thread_id
              from bookmarks b
              join posts p on p.id = b.post_id
              where b.member_id = :member and p.deleted_at is null)
          order by last_post_at desc, id desc
          limit :limit
          """)
  List<ForumThread> bookmarked(
      MemberId member, @BindList Collection<BoardId> boards, Instant at, long id, int limit);

  @SqlQuery(
      ThreadsDao.THREAD
          + """
          where id > :after and listed = true and board_id in (<boards>)
          order by id
          limit :limit
          """)
  List<ForumThread> byId(@BindList Collection<BoardId> boards, long after, int limit);

  @SqlQuery(
      """
      select max(id) as last, count(*) as number
      from (
        select id
        from threads
        where id > :after and listed = true and board_id in (<boards>)
        order by id
        limit :limit) t
      """)
  @RegisterConstructorMapper(Stretch.class)
  Stretch stretch(@BindList Collection<BoardId> boards, long after, int limit);

  record Stretch(Optional<Long> last, int number) {}

  @SqlQuery(
      ThreadsDao.THREAD
          + """
          where board_id = :board and listed = true
            and started_at <= :at and (started_at < :at or id < :id)
          order by started_at desc, id desc
          limit :limit
          """)
  List<ForumThread> byStart(BoardId board, Instant at, long id, int limit);
}
