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
import postern.kernel.ThreadId;

/** Positions and floors of members. Board 0 stands for all boards. */
@RegisterConstructorMapper(ReadMarksDao.Position.class)
@RegisterConstructorMapper(ReadMarksDao.Floor.class)
@RegisterConstructorMapper(ReadMarksDao.Visit.class)
interface ReadMarksDao {
  @SqlQuery(
      """
      select thread_id as thread, number
      from read_positions
      where member_id = :member and thread_id in (<threads>)
      """)
  List<Position> positions(MemberId member, @BindList Collection<ThreadId> threads);

  @SqlUpdate(
      """
      insert into read_positions (member_id, thread_id, number, read_at)
      values (:member, :thread, :number, :now)
      on duplicate key update number = greatest(number, values(number)), read_at = values(read_at)
      """)
  void seen(MemberId member, ThreadId thread, int number, Instant now);

  @SqlQuery("select board_id as board, up_to from read_floors where member_id = :member")
  List<Floor> floors(MemberId member);

  @SqlUpdate(
      """
      insert into read_floors (member_id, board_id, up_to)
      values (:member, :board, :now)
      on duplicate key update up_to = greatest(up_to, values(up_to))
      """)
  void floor(MemberId member, long board, Instant now);

  @SqlUpdate("delete from read_floors where member_id = :member and board_id <> 0")
  void dropBoardFloors(MemberId member);

  // The newest threads alone are looked through, so that this costs the same on every forum.
  @SqlQuery(
      """
      select t.board_id as board, max(t.last_post_at) as up_to
      from (
        select id, board_id, last_number, last_post_at
        from threads force index (by_activity)
        where listed = true and board_id in (<boards>) and last_post_at > :floor
        order by last_post_at desc, id desc
        limit :most) t
      left join read_positions r on r.member_id = :member and r.thread_id = t.id
      where r.number is null or r.number < t.last_number
      group by t.board_id
      """)
  List<Floor> lastUnread(
      MemberId member, @BindList Collection<BoardId> boards, Instant floor, int most);

  @SqlUpdate("delete from read_positions where read_at < :before limit 10000")
  int sweep(Instant before);

  @SqlQuery("select here_at as here, before_at as earlier from visits where member_id = :member")
  Optional<Visit> visit(MemberId member);

  @SqlUpdate(
      """
      insert into visits (member_id, here_at, before_at)
      values (:member, :here, :earlier)
      on duplicate key update here_at = values(here_at), before_at = values(before_at)
      """)
  void visit(MemberId member, Instant here, Instant earlier);

  record Position(ThreadId thread, int number) {}

  record Floor(long board, Instant upTo) {}

  record Visit(Instant here, Optional<Instant> earlier) {}
}
