package postern.boards;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import postern.boards.BoardsDao.Action;
import postern.boards.BoardsDao.Kind;
import postern.boards.BoardsDao.Right;
import postern.boards.BoardsDao.Row;
import postern.kernel.BoardId;
import postern.kernel.GroupId;

/** How boards lie in their tables: the kind of each audience in the row, its groups beside it. */
final class BoardShelf {
  private BoardShelf() {}

  static List<Board> all(BoardsDao dao) {
    var groups = new HashMap<BoardId, Map<Action, Set<GroupId>>>();
    dao.rights()
        .forEach(
            right ->
                add(
                    groups.computeIfAbsent(right.boardId(), _ -> new EnumMap<>(Action.class)),
                    right));
    return dao.all().stream()
        .map(row -> board(row, groups.getOrDefault(row.id(), Map.of())))
        .toList();
  }

  static Optional<Board> find(BoardsDao dao, BoardId id) {
    return dao.find(id)
        .map(
            row -> {
              var groups = new EnumMap<Action, Set<GroupId>>(Action.class);
              dao.rights(id).forEach(right -> add(groups, right));
              return board(row, groups);
            });
  }

  static void keepRights(BoardsDao dao, BoardId id, BoardDraft draft) {
    dao.dropRights(id);
    grant(dao, id, Action.READ, draft.read());
    grant(dao, id, Action.REPLY, draft.reply());
    grant(dao, id, Action.START, draft.start());
  }

  static Kind kind(Audience audience) {
    return switch (audience) {
      case Audience.Visitors _ -> Kind.VISITORS;
      case Audience.Members _ -> Kind.MEMBERS;
      case Audience.Staff _ -> Kind.STAFF;
      case Audience.Groups _ -> Kind.GROUPS;
    };
  }

  static Set<GroupId> groups(Audience audience) {
    return switch (audience) {
      case Audience.Visitors _, Audience.Members _, Audience.Staff _ -> Set.of();
      case Audience.Groups(var groups) -> groups;
    };
  }

  private static void grant(BoardsDao dao, BoardId id, Action action, Audience audience) {
    groups(audience).forEach(group -> dao.grant(id, action, group));
  }

  private static void add(Map<Action, Set<GroupId>> groups, Right right) {
    groups.computeIfAbsent(right.action(), _ -> new HashSet<>()).add(right.groupId());
  }

  private static Board board(Row row, Map<Action, Set<GroupId>> groups) {
    return new Board(
        row.id(),
        row.slug(),
        row.title(),
        row.description(),
        row.position(),
        audience(row.readBy(), groups.get(Action.READ)),
        audience(row.replyBy(), groups.get(Action.REPLY)),
        audience(row.startBy(), groups.get(Action.START)),
        row.approveFirst(),
        row.createdAt());
  }

  private static Audience audience(Kind kind, Set<GroupId> groups) {
    return switch (kind) {
      case VISITORS -> Audience.VISITORS;
      case MEMBERS -> Audience.MEMBERS;
      case STAFF -> Audience.STAFF;
      case GROUPS -> new Audience.Groups(groups);
    };
  }
}
