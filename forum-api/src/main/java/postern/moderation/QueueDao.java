package postern.moderation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.BoardId;
import postern.kernel.MemberId;
import postern.kernel.ThreadId;

@RegisterConstructorMapper(QueueDao.Row.class)
interface QueueDao {
  String ITEM =
      """
      select id, kind, subject, thread_id as thread, board_id as board, author_id as author, flags, opened_at, turn_at, open, ruling, decided_at, decided_by
      from queue_items
      """;

  /** Opens an item unless one of its kind is open about the same. */
  @SqlUpdate(
      """
      insert ignore into queue_items (id, kind, subject, open_subject, thread_id, board_id, author_id, flags, opened_at,
        turn_at, open)
      values (:id, :kind, :subject, :subject, :thread, :board, :author, 0, :at, :at, true)
      """)
  int open(@BindMethods Opened item);

  @SqlQuery("select id from queue_items where kind = :kind and open_subject = :subject for update")
  Optional<QueueItemId> holdOpen(ItemKind kind, long subject);

  @SqlUpdate("update queue_items set flags = flags + 1, turn_at = :turnAt where id = :id")
  void flagged(QueueItemId id, Instant turnAt);

  @SqlQuery(ITEM + "where id = :id")
  Optional<Row> find(QueueItemId id);

  @SqlQuery(ITEM + "where id = :id for update")
  Optional<Row> hold(QueueItemId id);

  @SqlQuery(
      ITEM
          + """
          where open = true and author_id <> :but and turn_at >= :at and (turn_at > :at or id > :id)
          order by turn_at, id
          limit :limit
          """)
  List<Row> list(MemberId but, Instant at, long id, int limit);

  @SqlQuery(
      ITEM
          + """
          where open = true and author_id <> :but and board_id in (<boards>)
            and turn_at >= :at and (turn_at > :at or id > :id)
          order by turn_at, id
          limit :limit
          """)
  List<Row> onBoards(
      @BindList Collection<BoardId> boards, MemberId but, Instant at, long id, int limit);

  @SqlQuery("select count(*) from queue_items where open = true and author_id <> :but")
  int count(MemberId but);

  @SqlQuery(
      """
      select count(*)
      from queue_items
      where open = true and author_id <> :but and board_id in (<boards>)
      """)
  int countOnBoards(@BindList Collection<BoardId> boards, MemberId but);

  @SqlUpdate(
      """
      update queue_items
      set open = false, open_subject = null, ruling = :ruling, decided_at = :now, decided_by = :by
      where id = :id
      """)
  void decide(QueueItemId id, Ruling ruling, MemberId by, Instant now);

  @SqlQuery(ITEM + "where thread_id in (<threads>) and open = true")
  List<Row> openIn(@BindList Collection<ThreadId> threads);

  @SqlUpdate("update queue_items set thread_id = :thread, board_id = :board where id = :id")
  void place(QueueItemId id, ThreadId thread, BoardId board);

  @SqlUpdate(
      """
      insert ignore into flags (id, item_id, member_id, reason, note)
      values (:id, :item, :member, :reason, :note)
      """)
  int flag(long id, QueueItemId item, MemberId member, FlagReason reason, String note);

  @SqlQuery(
      """
      select item_id as item, reason, note
      from flags
      where item_id in (<items>)
      order by id
      """)
  @RegisterConstructorMapper(FlagRow.class)
  List<FlagRow> flags(@BindList Collection<QueueItemId> items);

  @SqlUpdate("update flags set member_id = null where item_id = :item")
  void forgetWhoFlagged(QueueItemId item);

  record Opened(
      QueueItemId id,
      ItemKind kind,
      long subject,
      ThreadId thread,
      BoardId board,
      MemberId author,
      Instant at) {}

  record Row(
      QueueItemId id,
      ItemKind kind,
      long subject,
      Optional<ThreadId> thread,
      Optional<BoardId> board,
      MemberId author,
      int flags,
      Instant openedAt,
      Instant turnAt,
      boolean open,
      Optional<Ruling> ruling,
      Optional<Instant> decidedAt,
      Optional<MemberId> decidedBy) {}

  record FlagRow(QueueItemId item, FlagReason reason, String note) {}
}
