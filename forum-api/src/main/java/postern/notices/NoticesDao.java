package postern.notices;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.MemberId;

@RegisterConstructorMapper(NoticesDao.Row.class)
interface NoticesDao {
  String ROW =
      """
      select id, member, about, subject, kind, actor, place, at, read_at, mail_kind
      from notices
      """;

  @SqlUpdate(
      """
      insert ignore into notices (id, member, about, subject, kind, actor, place, at, mail_kind)
      values (:id, :member, :about, :subject, :kind, :actor, :place, :at, :mailKind)
      """)
  int insert(@BindMethods Row row);

  @SqlQuery(ROW + "where member = :member and about = :about and subject = :subject for update")
  Optional<Row> hold(MemberId member, About about, long subject);

  /** A better reason than the one that stood there: to be read again. */
  @SqlUpdate(
      """
      update notices
      set kind = :kind, at = :at, read_at = null, mail_kind = coalesce(mail_kind, :mailKind)
      where id = :id
      """)
  void raise(NoticeId id, NoticeKind kind, Instant at, NoticeKind mailKind);

  @SqlQuery(
      ROW
          + """
          where member = :member and at <= :at and (at < :at or id < :id)
          order by at desc, id desc
          limit :limit
          """)
  List<Row> list(MemberId member, Instant at, long id, int limit);

  @SqlQuery(
      ROW
          + """
          where member = :member and read_at is null and about <> 'LETTER'
          order by at desc
          limit :limit
          """)
  List<Row> unread(MemberId member, int limit);

  @SqlUpdate(
      "update notices set read_at = :now where id = :id and member = :member and read_at is null")
  void read(MemberId member, NoticeId id, Instant now);

  @SqlQuery("select count(*) from notices where id = :id and member = :member")
  int count(MemberId member, NoticeId id);

  @SqlUpdate(
      """
      update notices
      set read_at = :now
      where member = :member and read_at is null and at <= :until
      """)
  void readAll(MemberId member, Instant until, Instant now);

  @SqlUpdate(
      """
      update notices
      set read_at = :now
      where member = :member and about = :about and subject in (<subjects>) and read_at is null
      """)
  void readOf(MemberId member, About about, @BindList Collection<Long> subjects, Instant now);

  @SqlUpdate(
      """
      update notices
      set read_at = :now
      where member = :member and place = :place and about = 'LETTER' and read_at is null
      """)
  void readAt(MemberId member, long place, Instant now);

  @SqlUpdate("delete from notices where read_at < :read limit 10000")
  int sweepRead(Instant read);

  @SqlUpdate("delete from notices where at < :made and read_at is null limit 10000")
  int sweepUnread(Instant made);

  /** What a notice is about, so that a subject's number means one thing. */
  enum About {
    POST,
    LETTER,
    DECISION
  }

  /**
   * @param mailKind why it waits to be mailed; null when it does not
   */
  record Row(
      NoticeId id,
      MemberId member,
      About about,
      long subject,
      NoticeKind kind,
      MemberId actor,
      Long place,
      Instant at,
      Instant readAt,
      NoticeKind mailKind) {
    boolean read() {
      return readAt != null;
    }
  }
}
