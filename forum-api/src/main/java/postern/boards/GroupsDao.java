package postern.boards;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.GroupId;
import postern.kernel.MemberId;

@RegisterConstructorMapper(Group.class)
interface GroupsDao {
  @SqlQuery("select id, name, created_at from member_groups order by name")
  List<Group> all();

  @SqlQuery("select id, name, created_at from member_groups where id = :id")
  Optional<Group> find(GroupId id);

  @SqlQuery("select id, name, created_at from member_groups where name = :name")
  Optional<Group> named(String name);

  @SqlUpdate("insert into member_groups (id, name, created_at) values (:id, :name, :now)")
  void insert(GroupId id, String name, Instant now);

  @SqlUpdate("update member_groups set name = :name where id = :id")
  void rename(GroupId id, String name);

  @SqlUpdate("delete from member_groups where id = :id")
  void delete(GroupId id);

  @SqlUpdate("delete from group_members where group_id = :id")
  void empty(GroupId id);

  @SqlQuery("select count(*) from board_groups where group_id = :id")
  int uses(GroupId id);

  @SqlUpdate(
      """
      insert into group_members (group_id, member_id, since)
      values (:group, :member, :now)
      on duplicate key update since = since
      """)
  void join(GroupId group, MemberId member, Instant now);

  @SqlUpdate("delete from group_members where group_id = :group and member_id = :member")
  void leave(GroupId group, MemberId member);

  @SqlUpdate("delete from group_members where member_id = :member")
  void leaveAll(MemberId member);

  @SqlQuery("select group_id from group_members where member_id = :member")
  Set<GroupId> of(MemberId member);

  @SqlQuery(
      """
      select member_id
      from group_members
      where group_id = :group and member_id > :after
      order by member_id
      limit :limit
      """)
  List<MemberId> members(GroupId group, long after, int limit);

  @SqlQuery(
      """
      select g.name, m.since
      from group_members m
      join member_groups g on g.id = m.group_id
      where m.member_id = :member
      order by g.name
      """)
  @RegisterConstructorMapper(Membership.class)
  List<Membership> memberships(MemberId member);

  record Membership(String name, Instant since) {}
}
