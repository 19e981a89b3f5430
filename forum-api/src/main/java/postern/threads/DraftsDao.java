package postern.threads;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.MemberId;

@RegisterConstructorMapper(Draft.class)
interface DraftsDao {
  String DRAFT = "select kind, place_id as place, title, body, saved_at from drafts ";

  @SqlUpdate(
      """
      insert into drafts (id, member_id, kind, place_id, title, body, saved_at)
      values (:id, :member, :kind, :place, :title, :body, :now)
      on duplicate key update title = values(title), body = values(body), saved_at = values(saved_at)
      """)
  void save(
      long id,
      MemberId member,
      Draft.Kind kind,
      long place,
      String title,
      String body,
      Instant now);

  @SqlQuery(DRAFT + "where member_id = :member and kind = :kind and place_id = :place")
  Optional<Draft> find(MemberId member, Draft.Kind kind, long place);

  @SqlQuery(DRAFT + "where member_id = :member order by saved_at desc, id desc")
  List<Draft> own(MemberId member);

  @SqlQuery("select count(*) from drafts where member_id = :member")
  int count(MemberId member);

  @SqlUpdate("delete from drafts where member_id = :member and kind = :kind and place_id = :place")
  int drop(MemberId member, Draft.Kind kind, long place);

  @SqlUpdate("delete from drafts where saved_at < :before limit 10000")
  int sweep(Instant before);
}
