package postern.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.BoardId;
import postern.kernel.MemberId;
import postern.kernel.PostId;
import postern.kernel.ThreadId;

@RegisterConstructorMapper(Decision.class)
interface LogDao {
  String DECISION =
      """
      select id, action, actor_id as actor, member_id as member, board_id as board, thread_id as thread,
        post_id as post, reason, until, at, answer, answered_at
      from moderation_log
      """;

  @SqlUpdate(
      """
      insert into moderation_log (id, action, actor_id, member_id, board_id, thread_id, post_id, reason, until, at)
      values (:id, :action, :actor, :member, :board, :thread, :post, :reason, :until, :at)
      """)
  void insert(@BindMethods Entry entry);

  @SqlQuery(DECISION + "where id = :id")
  Optional<Decision> find(DecisionId id);

  @SqlQuery(
      DECISION
          + """
          where at <= :at and (at < :at or id < :id)
          order by at desc, id desc
          limit :limit
          """)
  List<Decision> latest(Instant at, long id, int limit);

  @SqlQuery(
      DECISION
          + """
          where member_id = :member and at <= :at and (at < :at or id < :id)
          order by at desc, id desc
          limit :limit
          """)
  List<Decision> about(MemberId member, Instant at, long id, int limit);

  @SqlUpdate(
      """
      update moderation_log
      set answer = :answer, answered_at = :now
      where id = :id and member_id = :member and answered_at is null
      """)
  int answer(DecisionId id, MemberId member, String answer, Instant now);

  record Entry(
      DecisionId id,
      Action action,
      MemberId actor,
      MemberId member,
      BoardId board,
      ThreadId thread,
      PostId post,
      String reason,
      Instant until,
      Instant at) {}
}
