package postern.accounts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.AddressId;
import postern.kernel.MemberId;
import postern.kernel.Role;
import postern.kernel.Standing;
import postern.kernel.Username;

interface MembersDao {
  @SqlUpdate("insert ignore into usernames (name, held_until) values (:name, :until)")
  int takeName(Username name, Instant until);

  @SqlUpdate("update usernames set held_until = null where name = :name")
  void keepName(Username name);

  @SqlQuery("select count(*) from usernames where name = :name")
  int nameTaken(Username name);

  @SqlUpdate(
      """
      insert into members (
        id, kind, username, display_name, avatar_seed, role, standing, joined_at,
        password_hash, password_set_at, former_address)
      values (
        :id, :kind, :username, :displayName, :avatarSeed, :role, 'ACTIVE', :joinedAt,
        :passwordHash, :passwordSetAt, :formerAddress)
      """)
  void insert(@BindMethods NewMember member);

  @SqlQuery("select count(*) from members where kind = 'MEMBER'")
  int count();

  @SqlQuery(
      """
      select id, kind, username, display_name, role, standing, standing_until, standing_reason,
        joined_at, posts, avatar_seed
      from members
      where id = :id and kind = 'MEMBER'
      """)
  @RegisterConstructorMapper(Row.class)
  Optional<Row> member(MemberId id);

  @SqlQuery(
      """
      select id, kind, username, display_name, role, standing, standing_until, standing_reason,
        joined_at, posts, avatar_seed
      from members
      where username = :username
      """)
  @RegisterConstructorMapper(Row.class)
  Optional<Row> named(Username username);

  @SqlQuery(
      """
      select m.id as asked, a.id, a.kind, a.username, a.display_name, a.role, a.standing,
        a.standing_until, a.standing_reason, a.joined_at, a.posts, a.avatar_seed
      from members m
      join members a on a.id = coalesce(m.claimed_by, m.id)
      where m.id in (<ids>)
      """)
  @RegisterConstructorMapper(AuthorRow.class)
  List<AuthorRow> authors(@BindList("ids") Collection<Long> ids);

  @SqlQuery("select id from members where id = :id or claimed_by = :id order by id")
  List<MemberId> identities(MemberId id);

  @SqlQuery(
      """
      select username
      from members
      where kind = 'MEMBER' and standing <> 'ERASED' and username >= :prefix and username < :end
      order by username
      limit :limit
      """)
  List<Username> startingWith(String prefix, String end, int limit);

  @SqlQuery(
      """
      select id, kind, username, display_name, role, standing, standing_until, standing_reason,
        joined_at, posts, avatar_seed
      from members
      where kind = 'MEMBER' and standing <> 'ERASED' and username > :after and username >= :prefix
        and username < :end
      order by username
      limit :limit
      """)
  @RegisterConstructorMapper(Row.class)
  List<Row> list(String prefix, String end, String after, int limit);

  @SqlUpdate("update members set posts = posts + :count where id = :id")
  void addPosts(MemberId id, int count);

  @SqlUpdate("update members set role = :role where id = :id and kind = 'MEMBER'")
  int setRole(MemberId id, Role role);

  @SqlQuery(
      """
      select id
      from members
      where role = 'ADMINISTRATOR' and standing = 'ACTIVE'
      order by id
      for update
      """)
  List<MemberId> lockActiveAdministrators();

  @SqlUpdate(
      """
      update members
      set standing = :standing, standing_until = :until, standing_reason = :reason
      where id = :id and kind = 'MEMBER' and standing <> 'ERASED'
      """)
  int setStanding(MemberId id, Standing standing, Instant until, String reason);

  @SqlQuery(
      """
      select id
      from members
      where standing_until <= :now and standing in ('SILENCED', 'SUSPENDED')
      order by standing_until
      limit :most
      """)
  List<MemberId> termsOver(Instant now, int most);

  /** Only as long as the term was not made longer meanwhile. */
  @SqlUpdate(
      """
      update members
      set standing = 'ACTIVE', standing_until = null, standing_reason = null
      where id = :id and standing in ('SILENCED', 'SUSPENDED') and standing_until <= :now
      """)
  int endTerm(MemberId id, Instant now);

  @SqlUpdate(
      """
      insert into standing_changes (id, by_member, member, standing, until, reason, changed_at)
      values (:id, :by, :member, :standing, :until, :reason, :now)
      """)
  void noteStanding(
      long id,
      MemberId by,
      MemberId member,
      Standing standing,
      Instant until,
      String reason,
      Instant now);

  @SqlQuery(
      """
      select by_member, member, standing, until, reason, changed_at
      from standing_changes
      where member = :member
      order by changed_at desc, id desc
      """)
  @RegisterConstructorMapper(StandingChange.class)
  List<StandingChange> standingChanges(MemberId member);

  @SqlUpdate(
      """
      insert into role_changes (id, by_member, member, role, reason, changed_at)
      values (:id, :by, :member, :role, :reason, :now)
      """)
  void noteRole(long id, MemberId by, MemberId member, Role role, String reason, Instant now);

  @SqlQuery(
      """
      select by_member, member, role, reason, changed_at
      from role_changes
      where member = :member
      order by changed_at desc, id desc
      """)
  @RegisterConstructorMapper(RoleChange.class)
  List<RoleChange> roleChanges(MemberId member);

  record NewMember(
      MemberId id,
      Kind kind,
      Username username,
      String displayName,
      long avatarSeed,
      Role role,
      Instant joinedAt,
      String passwordHash,
      Instant passwordSetAt,
      AddressId formerAddress) {}

  record Row(
      MemberId id,
      Kind kind,
      Username username,
      Optional<String> displayName,
      Role role,
      Standing standing,
      Instant standingUntil,
      Optional<String> standingReason,
      Instant joinedAt,
      int posts,
      long avatarSeed) {

    // A term that has passed counts no more, though the row still says it.
    Standing standingAt(Instant now) {
      return switch (standing) {
        case SILENCED, SUSPENDED ->
            standingUntil != null && !now.isBefore(standingUntil) ? Standing.ACTIVE : standing;
        case ACTIVE, ERASED -> standing;
      };
    }

    MemberView view(Instant now) {
      boolean term = standingAt(now) == standing;
      return new MemberView(
          id,
          username,
          displayName,
          role,
          standingAt(now),
          term ? Optional.ofNullable(standingUntil) : Optional.empty(),
          term ? standingReason : Optional.empty(),
          joinedAt,
          posts,
          avatarSeed);
    }
  }

  record AuthorRow(MemberId asked, @org.jdbi.v3.core.mapper.Nested Row author) {}
}
