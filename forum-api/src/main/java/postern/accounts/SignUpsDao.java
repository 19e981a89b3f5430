package postern.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.AddressId;
import postern.kernel.Username;

@RegisterConstructorMapper(SignUpsDao.Row.class)
interface SignUpsDao {
  @SqlQuery("select count(*) from used_forms where form_hash = :form")
  int formUsed(byte[] form);

  @SqlUpdate("insert ignore into used_forms (form_hash, until) values (:form, :until)")
  int useForm(byte[] form, Instant until);

  @SqlUpdate("delete from used_forms where until < :now limit 10000")
  int sweepForms(Instant now);

  @SqlUpdate(
      """
      insert into sign_ups (id, username, address, password_hash, asked_at, expires_at)
      values (:id, :username, :address, :passwordHash, :now, :expiresAt)
      """)
  void insert(
      long id,
      Username username,
      AddressId address,
      String passwordHash,
      Instant now,
      Instant expiresAt);

  @SqlQuery(
      """
      select id, username, address, password_hash
      from sign_ups
      where id = :id and expires_at > :now
      for update
      """)
  Optional<Row> lock(long id, Instant now);

  @SqlQuery(
      """
      select id, username, address, password_hash
      from sign_ups
      where username = :username and expires_at > :now
      """)
  Optional<Row> named(Username username, Instant now);

  @SqlQuery(
      """
      select id, username, address, password_hash
      from sign_ups
      where address = :address and expires_at > :now
      order by asked_at desc, id desc
      limit 1
      """)
  Optional<Row> latest(long address, Instant now);

  @SqlUpdate("delete from sign_ups where id = :id")
  int delete(long id);

  @SqlUpdate("delete from usernames where name = :name and held_until is not null")
  void releaseName(Username name);

  @SqlQuery(
      """
      select id, username, address, password_hash
      from sign_ups
      where expires_at <= :now
      order by expires_at
      limit 500
      """)
  List<Row> expired(Instant now);

  @SqlQuery(
      """
      select (select count(*) from sign_ups where address = :address)
        + (select count(*) from address_changes where address = :address)
        + (select count(*) from members where former_address = :address)
      """)
  int uses(AddressId address);

  record Row(long id, Username username, AddressId address, String passwordHash) {}
}
