package postern.letters;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.CorrespondenceId;
import postern.kernel.LetterId;
import postern.kernel.MemberId;

@RegisterConstructorMapper(SidesDao.Side.class)
interface SidesDao {
  @SqlUpdate(
      "insert ignore into correspondences (id, low, high, created_at) values (:id, :low, :high,"
          + " :now)")
  int insert(CorrespondenceId id, MemberId low, MemberId high, Instant now);

  @SqlQuery("select id from correspondences where low = :low and high = :high")
  Optional<CorrespondenceId> find(MemberId low, MemberId high);

  @SqlUpdate(
      """
      insert ignore into correspondence_sides (correspondence, member, other, unread)
      values (:correspondence, :member, :other, 0)
      """)
  void insertSide(CorrespondenceId correspondence, MemberId member, MemberId other);

  @SqlQuery(
      """
      select correspondence, member, other, last_letter, last_at, unread, closed_at, keeps
      from correspondence_sides
      where correspondence = :correspondence and member = :member
      """)
  Optional<Side> side(CorrespondenceId correspondence, MemberId member);

  @SqlQuery(
      """
      select correspondence, member, other, last_letter, last_at, unread, closed_at, keeps
      from correspondence_sides
      where member = :member and last_at is not null
        and (last_at < :before or (last_at = :before and correspondence < :id))
      order by last_at desc, correspondence desc
      limit :limit
      """)
  List<Side> list(MemberId member, Instant before, long id, int limit);

  @SqlUpdate(
      """
      update correspondence_sides
      set last_letter = :letter, last_at = :at, unread = unread + :unread
      where correspondence = :correspondence and member = :member
      """)
  void advance(
      CorrespondenceId correspondence, MemberId member, LetterId letter, Instant at, int unread);

  @SqlUpdate(
      """
      update correspondence_sides
      set unread = 0
      where correspondence = :correspondence and member = :member and unread > 0
      """)
  int markRead(CorrespondenceId correspondence, MemberId member);

  @SqlUpdate(
      """
      update correspondence_sides
      set closed_at = :at
      where correspondence = :correspondence and member = :member
      """)
  int setClosed(CorrespondenceId correspondence, MemberId member, Instant at);

  @SqlUpdate(
      """
      update correspondence_sides
      set keeps = :keeps
      where correspondence = :correspondence and member = :member
      """)
  int setKeeps(CorrespondenceId correspondence, MemberId member, boolean keeps);

  @SqlQuery("select coalesce(sum(unread), 0) from correspondence_sides where member = :member")
  int unread(MemberId member);

  /** One member's side of a correspondence. */
  record Side(
      CorrespondenceId correspondence,
      MemberId member,
      MemberId other,
      LetterId lastLetter,
      Instant lastAt,
      int unread,
      Instant closedAt,
      Boolean keeps) {}
}
