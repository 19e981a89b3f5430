package postern.boards;

import java.util.List;
import java.util.Optional;
import postern.boards.GroupChanged.BadName;
import postern.boards.GroupChanged.Changed;
import postern.boards.GroupChanged.InUse;
import postern.boards.GroupChanged.NameTaken;
import postern.boards.GroupChanged.NotAllowed;
import postern.boards.GroupChanged.NotFound;
import postern.kernel.GroupId;
import postern.kernel.Line;
import postern.kernel.MemberId;
import postern.kernel.Slice;
import postern.kernel.Sources;
import postern.kernel.Viewer;
import postern.storage.Database;

/**
 * Named groups of members. Only administrators see them or change them; a membership holds from the
 * next request on.
 */
public final class Groups {
  private final Database database;
  private final Sources sources;

  private Groups(Database database, Sources sources) {
    this.database = database;
    this.sources = sources;
  }

  public static Groups of(Database database, Sources sources) {
    return new Groups(database, sources);
  }

  /** All groups by name; none for who is no administrator. */
  public List<Group> list(Viewer viewer) {
    return BoardPolicy.mayAdminister(viewer)
        ? database.read(tx -> tx.dao(GroupsDao.class).all())
        : List.of();
  }

  public GroupChanged create(Viewer by, String name) {
    if (!BoardPolicy.mayAdminister(by)) {
      return new NotAllowed();
    }
    var id = new GroupId(sources.ids().next());
    return database.write(
        tx -> {
          var dao = tx.dao(GroupsDao.class);
          return named(dao, id, name).orElseGet(() -> insert(dao, id, tidy(name)));
        });
  }

  public GroupChanged rename(Viewer by, GroupId id, String name) {
    return change(
        by,
        id,
        dao -> {
          var refusal = named(dao, id, name);
          if (refusal.isEmpty()) {
            dao.rename(id, tidy(name));
          }
          return refusal;
        });
  }

  /** Ends a group that no board's right names. */
  public GroupChanged delete(Viewer by, GroupId id) {
    return change(
        by,
        id,
        dao -> {
          if (dao.uses(id) > 0) {
            return Optional.of(new InUse());
          }
          var last = dao.find(id).map(group -> (GroupChanged) new Changed(group));
          dao.empty(id);
          dao.delete(id);
          return last;
        });
  }

  public GroupChanged add(Viewer by, GroupId id, MemberId member) {
    return change(
        by,
        id,
        dao -> {
          dao.join(id, member, sources.now());
          return Optional.empty();
        });
  }

  public GroupChanged remove(Viewer by, GroupId id, MemberId member) {
    return change(
        by,
        id,
        dao -> {
          dao.leave(id, member);
          return Optional.empty();
        });
  }

  /** Who belongs to a group, in order of their ids; empty for who is no administrator. */
  public Slice<MemberId> members(Viewer viewer, GroupId id, Optional<MemberId> after, int limit) {
    return BoardPolicy.mayAdminister(viewer)
        ? database.read(
            tx ->
                Slice.of(
                    tx.dao(GroupsDao.class)
                        .members(id, after.map(MemberId::value).orElse(0L), limit + 1),
                    limit))
        : new Slice<>(List.of(), false);
  }

  private interface Change {
    /** How it ended when not simply with the changed group. */
    Optional<GroupChanged> apply(GroupsDao dao);
  }

  private GroupChanged change(Viewer by, GroupId id, Change change) {
    if (!BoardPolicy.mayAdminister(by)) {
      return new NotAllowed();
    }
    return database.write(
        tx -> {
          var dao = tx.dao(GroupsDao.class);
          return dao.find(id).isEmpty()
              ? new NotFound()
              : change.apply(dao).orElseGet(() -> new Changed(dao.find(id).orElseThrow()));
        });
  }

  private GroupChanged insert(GroupsDao dao, GroupId id, String name) {
    dao.insert(id, name, sources.now());
    return new Changed(dao.find(id).orElseThrow());
  }

  private static Optional<GroupChanged> named(GroupsDao dao, GroupId id, String name) {
    var line = Line.parse(name, Group.LONGEST_NAME);
    if (line.isEmpty()) {
      return Optional.of(new BadName());
    }
    return dao.named(line.get().text())
        .filter(other -> !other.id().equals(id))
        .map(_ -> new NameTaken());
  }

  private static String tidy(String name) {
    return Line.parse(name, Group.LONGEST_NAME).orElseThrow().text();
  }
}
