package postern.boards;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.BoardId;
import postern.kernel.GroupId;
import postern.kernel.MemberId;

interface BoardsDao {
  @SqlQuery(
      """
      select id, slug, title, description, position, read_by, reply_by, start_by,
        approve_first, created_at
      from boards
      order by position, id
      """)
  @RegisterConstructorMapper(Row.class)
  List<Row> all();

  @SqlQuery(
      """
      select id, slug, title, description, position, read_by, reply_by, start_by,
        approve_first, created_at
      from boards
      where id = :id
      """)
  @RegisterConstructorMapper(Row.class)
  Optional<Row> find(BoardId id);

  @SqlQuery("select id from boards where slug = :slug")
  Optional<BoardId> withSlug(String slug);

  @SqlQuery("select coalesce(max(position), 0) + 1 from boards")
  int nextPosition();

  @SqlUpdate(
      """
      insert into boards (id, slug, title, description, position, read_by, reply_by, start_by,
        approve_first, created_at)
      values (:id, :slug, :title, :description, :position, :readBy, :replyBy, :startBy,
        :approveFirst, :now)
      """)
  void insert(
      BoardId id,
      String slug,
      String title,
      String description,
      int position,
      Kind readBy,
      Kind replyBy,
      Kind startBy,
      int approveFirst,
      Instant now);

  @SqlUpdate(
      """
      update boards
      set slug = :slug, title = :title, description = :description,
        read_by = :readBy, reply_by = :replyBy, start_by = :startBy, approve_first = :approveFirst
      where id = :id
      """)
  int update(
      BoardId id,
      String slug,
      String title,
      String description,
      Kind readBy,
      Kind replyBy,
      Kind startBy,
      int approveFirst);

  @SqlUpdate("update boards set position = :position where id = :id")
  void place(BoardId id, int position);

  @SqlQuery("select board_id, action, group_id from board_groups")
  @RegisterConstructorMapper(Right.class)
  List<Right> rights();

  @SqlQuery("select board_id, action, group_id from board_groups where board_id = :board")
  @RegisterConstructorMapper(Right.class)
  List<Right> rights(BoardId board);

  @SqlUpdate("delete from board_groups where board_id = :board")
  void dropRights(BoardId board);

  @SqlUpdate(
      "insert into board_groups (board_id, action, group_id) values (:board, :action, :group)")
  void grant(BoardId board, Action action, GroupId group);

  @SqlQuery("select board_id from board_moderators where member_id = :member")
  Set<BoardId> moderated(MemberId member);

  @SqlQuery("select member_id from board_moderators where board_id = :board order by member_id")
  List<MemberId> moderators(BoardId board);

  @SqlUpdate("delete from board_moderators where member_id = :member")
  void dropModerator(MemberId member);

  @SqlUpdate(
      "insert into board_moderators (member_id, board_id, since) values (:member, :board, :now)")
  void nameModerator(MemberId member, BoardId board, Instant now);

  enum Kind {
    VISITORS,
    MEMBERS,
    STAFF,
    GROUPS
  }

  enum Action {
    READ,
    REPLY,
    START
  }

  record Row(
      BoardId id,
      String slug,
      String title,
      String description,
      int position,
      Kind readBy,
      Kind replyBy,
      Kind startBy,
      int approveFirst,
      Instant createdAt) {}

  record Right(BoardId boardId, Action action, GroupId groupId) {}
}
