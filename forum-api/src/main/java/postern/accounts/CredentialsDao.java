package postern.accounts;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.MemberId;
import postern.kernel.Username;

@RegisterConstructorMapper(CredentialsDao.Row.class)
interface CredentialsDao {
  @SqlQuery(
      """
      select id, username, password_hash
      from members
      where username = :username and kind = 'MEMBER' and standing <> 'ERASED'
      """)
  Optional<Row> named(Username username);

  @SqlQuery(
      """
      select id, username, password_hash
      from members
      where id = :id and kind = 'MEMBER' and standing <> 'ERASED'
      """)
  Optional<Row> of(long id);

  @SqlUpdate(
      """
      update members
      set password_hash = :hash, password_set_at = :now
      where id = :id
      """)
  void change(MemberId id, String hash, Instant now);

  @SqlUpdate(
      """
      update members
      set password_hash = :hash, password_set_at = :now, password_reset_at = :now
      where id = :id
      """)
  void reset(MemberId id, String hash, Instant now);

  @SqlQuery("select password_set_at from members where id = :id")
  Instant setAt(MemberId id);

  @SqlQuery(
      "select password_reset_at from members where id = :id and password_reset_at is not null")
  Optional<Instant> resetAt(MemberId id);

  record Row(MemberId id, Username username, String passwordHash) {}
}
