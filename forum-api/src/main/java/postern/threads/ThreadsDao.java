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

@RegisterConstructorMapper(ForumThread.class)
interface ThreadsDao {
  String THREAD =
      """
      select id, board_id as board, title, author_id as author, started_at, last_number, shown,
        last_post_id as last_post, last_post_at, last_author_id as last_author, listed,
        pin_reason, lock_reason, hide_reason, move_reason, moved_from
      from threads
      """;

  @SqlQuery(THREAD + "where id = :id")
  Optional<ForumThread> find(ThreadId id);

  /**
   * Holds the thread until the transaction ends, so that its numbers are given one after the other.
   */
  @SqlQuery(THREAD + "where id = :id for update")
  Optional<ForumThread> hold(ThreadId id);

  @SqlQuery(THREAD + "where id in (<ids>)")
  List<ForumThread> all(@BindList Collection<ThreadId> ids);

  @SqlQuery(
      THREAD
          + """
          where board_id = :board and listed = true and pinned = :pinned
            and last_post_at <= :at and (last_post_at < :at or id < :id)
          order by last_post_at desc, id desc
          limit :limit
          """)
  List<ForumThread> onBoard(BoardId board, boolean pinned, Instant at, long id, int limit);

  // Without the hint a server may sort all threads of the boards instead of walking back from the
  // newest.
  @SqlQuery(
      THREAD
          + """
          force index (by_activity)
          where listed = true and board_id in (<boards>)
            and last_post_at <= :at and (last_post_at < :at or id < :id)
          order by last_post_at desc, id desc
          limit :limit
          """)
  List<ForumThread> latest(@BindList Collection<BoardId> boards, Instant at, long id, int limit);

  @SqlQuery(
      THREAD
          + """
          where author_id = :author and id < :before and listed = true and board_id in (<boards>)
          order by id desc
          limit :limit
          """)
  List<ForumThread> startedBy(
      MemberId author, @BindList Collection<BoardId> boards, long before, int limit);

  @SqlQuery(
      THREAD
          + """
          where board_id = :board and listed = false
            and last_post_at <= :at and (last_post_at < :at or id < :id)
          order by last_post_at desc, id desc
          limit :limit
          """)
  List<ForumThread> unlisted(BoardId board, Instant at, long id, int limit);

  @SqlUpdate(
      """
      insert into threads (id, board_id, title, author_id, started_at, last_number, shown,
        last_post_id, last_post_at, last_author_id, listed, pinned)
      values (:id, :board, :title, :author, :at, 1, 1, :post, :at, :author, true, false)
      """)
  void insert(ThreadId id, BoardId board, String title, MemberId author, PostId post, Instant at);

  /** Writes all that may change of a held thread. */
  @SqlUpdate(
      """
      update threads
      set board_id = :board, title = :title, last_number = :lastNumber, shown = :shown,
        last_post_id = :lastPost, last_post_at = :lastPostAt, last_author_id = :lastAuthor,
        listed = :listed, pinned = :pinned, pin_reason = :pinReason, lock_reason = :lockReason,
        hide_reason = :hideReason, move_reason = :moveReason, moved_from = :movedFrom
      where id = :id
      """)
  void update(@BindMethods ForumThread thread);
}
