package postern.notices;

import java.util.Optional;
import postern.kernel.BoardId;
import postern.kernel.MemberId;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;
import postern.storage.Tx;
import postern.threads.ThreadView;

/**
 * Who wants to hear of what. Whoever starts a thread hears of its replies without watching it, as
 * long as they take answers; ending the watch ends that too. A mention is told all the same.
 */
public final class Watches {
  private final Room room;

  Watches(Room room) {
    this.room = room;
  }

  /** Whether replies in this thread are told to the viewer. */
  public boolean watching(Viewer viewer, ThreadView thread) {
    return viewer instanceof Viewer.Member member
        && room.database().<Boolean>read(tx -> watching(tx, member.id(), thread));
  }

  public boolean watching(Viewer viewer, BoardId board) {
    return viewer instanceof Viewer.Member member
        && room.database().read(tx -> tx.dao(WatchesDao.class).watching(member.id(), board)) > 0;
  }

  /** False when there is no such thread for this viewer to read. */
  public boolean watch(Viewer.Member viewer, ThreadId id) {
    return set(viewer, id, false);
  }

  /** Also when it was never watched: then writing in it does not begin it. False as above. */
  public boolean unwatch(Viewer.Member viewer, ThreadId id) {
    return set(viewer, id, true);
  }

  /** New threads on a board; their replies are not told. False when it is not there to read. */
  public boolean watch(Viewer.Member viewer, BoardId id) {
    if (room.doors().boards().find(viewer, id).isEmpty()) {
      return false;
    }
    room.database()
        .run(tx -> tx.dao(WatchesDao.class).watch(viewer.id(), id, room.sources().now()));
    return true;
  }

  /** Whether it can be read or not: who lost a board may still let go of it. */
  public void unwatch(Viewer.Member viewer, BoardId id) {
    room.database().run(tx -> tx.dao(WatchesDao.class).unwatch(viewer.id(), id));
  }

  boolean watching(Tx tx, MemberId member, ThreadView thread) {
    return ended(tx, member, thread.id())
        .map(ended -> !ended)
        .orElseGet(
            () ->
                thread.starter().id().equals(member)
                    && RulesOfMembers.of(tx, member).of(NoticeKind.ANSWER).told());
  }

  /** What they said of this thread: true when they ended it; empty when they never said. */
  static Optional<Boolean> ended(Tx tx, MemberId member, ThreadId thread) {
    return tx.dao(WatchesDao.class).ended(member, thread);
  }

  private boolean set(Viewer.Member viewer, ThreadId id, boolean ended) {
    if (room.doors().discussions().threads().find(viewer, id).isEmpty()) {
      return false;
    }
    room.database()
        .run(tx -> tx.dao(WatchesDao.class).set(viewer.id(), id, ended, room.sources().now()));
    return true;
  }
}
