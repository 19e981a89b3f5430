package postern.boards;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import postern.boards.BoardChanged.Changed;
import postern.boards.BoardChanged.Faulty;
import postern.boards.BoardChanged.NotAllowed;
import postern.boards.BoardChanged.NotFound;
import postern.boards.BoardChanged.SlugTaken;
import postern.kernel.BoardId;
import postern.kernel.GroupId;
import postern.kernel.MemberId;
import postern.kernel.Sources;
import postern.kernel.Viewer;
import postern.storage.Database;
import postern.storage.Tx;

/**
 * The boards, and who is named for them. What a viewer may not read is not in any answer, as if it
 * did not exist. There are few boards and they change seldom, so lists of them come whole.
 */
public final class Boards {
  private final Database database;
  private final Sources sources;

  private Boards(Database database, Sources sources) {
    this.database = database;
    this.sources = sources;
  }

  public static Boards of(Database database, Sources sources) {
    return new Boards(database, sources);
  }

  /** What this viewer may read, in the order that administrators chose. */
  public List<Board> list(Viewer viewer) {
    return database.read(tx -> readable(tx, viewer));
  }

  /** As {@link #list(Viewer)}, together with what the caller reads. */
  public List<Board> readable(Tx tx, Viewer viewer) {
    return BoardShelf.all(tx.dao(BoardsDao.class)).stream()
        .filter(board -> BoardPolicy.mayRead(viewer, board))
        .toList();
  }

  public Optional<Board> find(Viewer viewer, BoardId id) {
    return database.read(tx -> find(tx, viewer, id));
  }

  public Optional<Board> find(Tx tx, Viewer viewer, BoardId id) {
    return BoardShelf.find(tx.dao(BoardsDao.class), id)
        .filter(board -> BoardPolicy.mayRead(viewer, board));
  }

  /** For commands and imports, which name a board by its slug and act for the operator. */
  public Optional<Board> withSlug(Tx tx, String slug) {
    var dao = tx.dao(BoardsDao.class);
    return dao.withSlug(slug).flatMap(id -> BoardShelf.find(dao, id));
  }

  /** A new board stands last. Administrators only. */
  public BoardChanged create(Viewer by, BoardDraft draft) {
    if (!BoardPolicy.mayAdminister(by)) {
      return new NotAllowed();
    }
    var id = new BoardId(sources.ids().next());
    return database.write(tx -> create(tx, id, draft));
  }

  /**
   * As {@link #create(Viewer, BoardDraft)} for the first start and the command line, which answer
   * to the operator.
   */
  public BoardChanged create(Tx tx, BoardId id, BoardDraft draft) {
    var dao = tx.dao(BoardsDao.class);
    return refusal(tx, draft, id).orElseGet(() -> insert(dao, id, draft.tidied()));
  }

  /** Administrators only. */
  public BoardChanged edit(Viewer by, BoardId id, BoardDraft draft) {
    if (!BoardPolicy.mayAdminister(by)) {
      return new NotAllowed();
    }
    return database.write(
        tx -> {
          var dao = tx.dao(BoardsDao.class);
          return dao.find(id).isEmpty()
              ? new NotFound()
              : refusal(tx, draft, id).orElseGet(() -> update(dao, id, draft.tidied()));
        });
  }

  /**
   * Puts the named boards first, in this order; the others keep theirs behind them. False unless an
   * administrator asks.
   */
  public boolean order(Viewer by, List<BoardId> order) {
    if (!BoardPolicy.mayAdminister(by)) {
      return false;
    }
    database.run(
        tx -> {
          var dao = tx.dao(BoardsDao.class);
          var places = new LinkedHashSet<>(order);
          dao.all().forEach(row -> places.add(row.id()));
          int position = 1;
          for (var board : places) {
            dao.place(board, position++);
          }
        });
    return true;
  }

  /** The groups a member belongs to, for the viewer that sessions make. */
  public Set<GroupId> memberships(Tx tx, MemberId member) {
    return tx.dao(GroupsDao.class).of(member);
  }

  /** The boards a moderator is named for; empty means all, for who has that role at all. */
  public Set<BoardId> moderated(Tx tx, MemberId member) {
    return tx.dao(BoardsDao.class).moderated(member);
  }

  public List<MemberId> moderators(Tx tx, BoardId board) {
    return tx.dao(BoardsDao.class).moderators(board);
  }

  /**
   * Names a moderator's boards, in place of those before; none means all boards. The role itself is
   * the accounts' business: give it in the same transaction, and take the boards away with the
   * role.
   */
  public void nameModerator(Tx tx, MemberId member, Set<BoardId> boards) {
    var dao = tx.dao(BoardsDao.class);
    dao.dropModerator(member);
    boards.forEach(board -> dao.nameModerator(member, board, sources.now()));
  }

  private Optional<BoardChanged> refusal(Tx tx, BoardDraft draft, BoardId id) {
    var fault = draft.fault().or(() -> unknownGroup(tx, draft));
    if (fault.isPresent()) {
      return fault.map(Faulty::new);
    }
    var owner = tx.dao(BoardsDao.class).withSlug(draft.slug());
    return owner.isPresent() && !owner.get().equals(id)
        ? Optional.of(new SlugTaken())
        : Optional.empty();
  }

  private static Optional<BoardDraft.Fault> unknownGroup(Tx tx, BoardDraft draft) {
    var named = new HashSet<GroupId>();
    named.addAll(BoardShelf.groups(draft.read()));
    named.addAll(BoardShelf.groups(draft.reply()));
    named.addAll(BoardShelf.groups(draft.start()));
    var dao = tx.dao(GroupsDao.class);
    return named.stream().allMatch(group -> dao.find(group).isPresent())
        ? Optional.empty()
        : Optional.of(BoardDraft.Fault.GROUP);
  }

  private BoardChanged insert(BoardsDao dao, BoardId id, BoardDraft draft) {
    dao.insert(
        id,
        draft.slug(),
        draft.title(),
        draft.description(),
        dao.nextPosition(),
        BoardShelf.kind(draft.read()),
        BoardShelf.kind(draft.reply()),
        BoardShelf.kind(draft.start()),
        draft.approveFirst(),
        sources.now());
    BoardShelf.keepRights(dao, id, draft);
    return new Changed(BoardShelf.find(dao, id).orElseThrow());
  }

  private static BoardChanged update(BoardsDao dao, BoardId id, BoardDraft draft) {
    dao.update(
        id,
        draft.slug(),
        draft.title(),
        draft.description(),
        BoardShelf.kind(draft.read()),
        BoardShelf.kind(draft.reply()),
        BoardShelf.kind(draft.start()),
        draft.approveFirst());
    BoardShelf.keepRights(dao, id, draft);
    return new Changed(BoardShelf.find(dao, id).orElseThrow());
  }
}
