package postern.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.MemberId;

@RegisterConstructorMapper(PersonalFieldsDao.Row.class)
interface PersonalFieldsDao {
  @SqlUpdate(
      """
      insert into personal_fields (member, field, sealed, set_at)
      values (:member, :field, :sealed, :now)
      on duplicate key update sealed = values(sealed), set_at = values(set_at)
      """)
  void set(MemberId member, PersonalField field, byte[] sealed, Instant now);

  @SqlUpdate("delete from personal_fields where member = :member and field = :field")
  void empty(MemberId member, PersonalField field);

  @SqlQuery("select field, sealed, set_at from personal_fields where member = :member")
  List<Row> all(MemberId member);

  @SqlQuery(
      "select field, sealed, set_at from personal_fields where member = :member and field = :field")
  Optional<Row> one(MemberId member, PersonalField field);

  @SqlUpdate("update members set display_name = :name where id = :member and kind = 'MEMBER'")
  void setDisplayName(MemberId member, String name);

  @SqlUpdate("update members set avatar_seed = :seed where id = :member and kind = 'MEMBER'")
  void setAvatarSeed(MemberId member, long seed);

  record Row(PersonalField field, byte[] sealed, Instant setAt) {}
}
