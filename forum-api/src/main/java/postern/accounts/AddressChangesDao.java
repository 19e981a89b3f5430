package postern.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.AddressId;
import postern.kernel.MemberId;

@RegisterConstructorMapper(AddressChangesDao.Row.class)
interface AddressChangesDao {
  @SqlUpdate(
      """
      insert into address_changes (id, member, address, asked_at, expires_at)
      values (:id, :member, :address, :now, :expiresAt)
      """)
  void insert(long id, MemberId member, AddressId address, Instant now, Instant expiresAt);

  @SqlQuery(
      """
      select id, member, address
      from address_changes
      where id = :id and expires_at > :now
      for update
      """)
  Optional<Row> lock(long id, Instant now);

  @SqlQuery("select id, member, address from address_changes where member = :member")
  List<Row> of(MemberId member);

  @SqlQuery("select count(*) from address_changes where member = :member and expires_at > :now")
  int waiting(MemberId member, Instant now);

  @SqlUpdate("delete from address_changes where id = :id")
  void delete(long id);

  @SqlQuery(
      """
      select id, member, address
      from address_changes
      where expires_at <= :now
      order by expires_at
      limit 500
      """)
  List<Row> expired(Instant now);

  record Row(long id, MemberId member, AddressId address) {}
}
