package postern.accounts;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.AddressId;
import postern.kernel.MemberId;

interface FormerAuthorsDao {
  @SqlQuery("select id from members where former_address = :address")
  Optional<MemberId> of(AddressId address);

  @SqlQuery(
      """
      select id
      from members
      where former_address in (<addresses>) and claimed_by is null
      order by id
      """)
  List<MemberId> claimable(@BindList("addresses") Collection<Long> addresses);

  @SqlQuery("select posts from members where id = :former")
  int posts(MemberId former);

  @SqlUpdate(
      """
      update members
      set claimed_by = :by
      where id = :former and kind = 'FORMER' and claimed_by is null
      """)
  int claim(MemberId former, MemberId by);
}
