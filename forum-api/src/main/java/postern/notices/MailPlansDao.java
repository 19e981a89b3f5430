package postern.notices;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.MemberId;

/** When each member's notices are mailed, and which of them. */
interface MailPlansDao {
  @SqlUpdate("insert ignore into notice_mails (member) values (:member)")
  void begin(MemberId member);

  @SqlQuery("select member, last_at, due_at from notice_mails where member = :member for update")
  @RegisterConstructorMapper(Plan.class)
  Plan hold(MemberId member);

  @SqlUpdate("update notice_mails set due_at = :due where member = :member")
  void plan(MemberId member, Instant due);

  @SqlUpdate("update notice_mails set due_at = null, last_at = :last where member = :member")
  void done(MemberId member, Instant last);

  @SqlQuery(
      NoticesDao.ROW
          + """
          where member = :member and mail_kind is not null and batch is null and read_at is null
          order by at, id
          limit :limit
          """)
  @RegisterConstructorMapper(NoticesDao.Row.class)
  List<NoticesDao.Row> waiting(MemberId member, int limit);

  @SqlQuery(NoticesDao.ROW + "where batch = :batch order by at, id")
  @RegisterConstructorMapper(NoticesDao.Row.class)
  List<NoticesDao.Row> of(long batch);

  @SqlUpdate("update notices set batch = :batch where id = :id")
  void put(NoticeId id, long batch);

  /** What was made meanwhile is not among what was looked at. */
  @SqlUpdate("update notices set mail_kind = null where id = :id")
  void leave(NoticeId id);

  record Plan(MemberId member, Instant lastAt, Instant dueAt) {}
}
