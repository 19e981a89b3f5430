package postern.notices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.BoardId;
import postern.kernel.MemberId;
import postern.kernel.ThreadId;

interface WatchesDao {
  @SqlUpdate(
      """
      insert into thread_watches (member, thread, ended, since)
      values (:member, :thread, :ended, :now)
      on duplicate key update ended = values(ended), since = values(since)
      """)
  void set(MemberId member, ThreadId thread, boolean ended, Instant now);

  /** Whoever said yes or no before keeps that. */
  @SqlUpdate(
      """
      insert ignore into thread_watches (member, thread, ended, since)
      values (:member, :thread, false, :now)
      """)
  void begin(MemberId member, ThreadId thread, Instant now);

  @SqlQuery("select ended from thread_watches where member = :member and thread = :thread")
  Optional<Boolean> ended(MemberId member, ThreadId thread);

  @SqlQuery("select member from thread_watches where thread = :thread and ended = false")
  List<MemberId> watchers(ThreadId thread);

  /** Whoever said yes or no of one thread has said it of the other, unless they did so there. */
  @SqlUpdate(
      """
      insert ignore into thread_watches (member, thread, ended, since)
      select member, :into, ended, since
      from thread_watches
      where thread = :from
      """)
  void copy(ThreadId from, ThreadId into);

  @SqlUpdate("delete from thread_watches where thread = :thread")
  void forget(ThreadId thread);

  @SqlUpdate(
      "insert ignore into board_watches (member, board, since) values (:member, :board, :now)")
  void watch(MemberId member, BoardId board, Instant now);

  @SqlUpdate("delete from board_watches where member = :member and board = :board")
  void unwatch(MemberId member, BoardId board);

  @SqlQuery("select count(*) from board_watches where member = :member and board = :board")
  int watching(MemberId member, BoardId board);

  @SqlQuery("select member from board_watches where board = :board")
  List<MemberId> watchers(BoardId board);
}
