package postern.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.AddressId;
import postern.kernel.MemberId;

interface AddressesDao {
  @SqlUpdate(
      """
      insert ignore into addresses (id, blind, sealed, kept_at, main)
      values (:id, :blind, :sealed, :now, false)
      """)
  void insertIfNew(AddressId id, byte[] blind, byte[] sealed, Instant now);

  @SqlQuery("select id from addresses where blind = :blind")
  Optional<AddressId> find(byte[] blind);

  @SqlQuery(
      "select owner from addresses where blind = :blind and owner is not null and retired_at is"
          + " null")
  Optional<MemberId> owner(byte[] blind);

  @SqlQuery(
      "select owner from addresses where id = :id and owner is not null and retired_at is null")
  Optional<MemberId> owner(AddressId id);

  @SqlQuery("select id from addresses where owner = :owner and main and retired_at is null")
  Optional<AddressId> mainOf(MemberId owner);

  @SqlUpdate(
      """
      update addresses
      set owner = :owner, confirmed_at = :now, retired_at = null
      where id = :id and (owner is null or owner = :owner)
      """)
  int confirm(AddressId id, MemberId owner, Instant now);

  @SqlUpdate("update addresses set main = (id = :id) where owner = :owner")
  void setMain(MemberId owner, AddressId id);

  @SqlUpdate(
      "update addresses set retired_at = :now, main = false where id = :id and owner = :owner")
  void retire(AddressId id, MemberId owner, Instant now);

  @SqlUpdate("delete from addresses where id = :id and owner is null")
  void forget(AddressId id);

  @SqlQuery(
      """
      select id, sealed, main, confirmed_at
      from addresses
      where owner = :owner and retired_at is null
      order by main desc, id
      """)
  @RegisterConstructorMapper(Row.class)
  List<Row> inUse(MemberId owner);

  @SqlQuery(
      """
      select id, sealed, main, confirmed_at
      from addresses
      where owner = :owner and main and retired_at is null
      """)
  @RegisterConstructorMapper(Row.class)
  Optional<Row> mainRow(MemberId owner);

  @SqlQuery("select id, sealed, main, confirmed_at from addresses where id = :id")
  @RegisterConstructorMapper(Row.class)
  Optional<Row> row(AddressId id);

  @SqlQuery("select id, sealed, main, confirmed_at from addresses where owner = :owner order by id")
  @RegisterConstructorMapper(Row.class)
  List<Row> everOf(MemberId owner);

  record Row(AddressId id, byte[] sealed, boolean main, Instant confirmedAt) {}
}
