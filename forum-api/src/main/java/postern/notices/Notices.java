package postern.notices;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;
import postern.http.Cursor;
import postern.kernel.PostId;
import postern.kernel.Slice;
import postern.kernel.Viewer;
import postern.storage.Tx;

/**
 * The door to what a member is told. Whatever they may not see, or no longer, is not in any answer
 * and not in any count.
 */
public final class Notices {
  private static final Cursor START =
      new Cursor(Instant.parse("2999-12-31T00:00:00Z"), Long.MAX_VALUE);
  private static final int MOST_COUNTED = 100;

  private final Room room;
  private final NoticeViews views;
  private final Watches watches;
  private final EndTokens endTokens;

  private Notices(Room room) {
    this.room = room;
    this.views = new NoticeViews(room);
    this.watches = new Watches(room);
    this.endTokens = new EndTokens(room.means().keys());
  }

  public static Notices of(Room room) {
    var notices = new Notices(room);
    var mails = new NoticeMails(room, notices.views);
    mails.register();
    new NoticeDesk(room, mails).register();
    new DecisionNotices(room, mails).register();
    room.means().jobs().every("sweep-notices", Duration.ofHours(1), notices::sweep);
    return notices;
  }

  /** Who wants to hear of what. */
  public Watches watches() {
    return watches;
  }

  /** The viewer's own, newest first. */
  public Slice<NoticeView> list(Viewer.Member viewer, Optional<Cursor> after, int limit) {
    return room.database()
        .read(
            tx -> {
              var found = new ArrayList<NoticeView>();
              var from = after.orElse(START);
              // What may not be seen leaves gaps, which the next rows fill.
              for (boolean more = true; more && found.size() <= limit; ) {
                var rows =
                    tx.dao(NoticesDao.class).list(viewer.id(), from.at(), from.id(), 2 * limit);
                found.addAll(views.shown(tx, viewer, rows));
                more = rows.size() == 2 * limit;
                from = more ? new Cursor(rows.getLast().at(), rows.getLast().id().value()) : from;
              }
              return found.size() > limit
                  ? new Slice<>(found.subList(0, limit), true)
                  : new Slice<>(found, false);
            });
  }

  /** What {@link #list} takes to go on after a notice. */
  public static Cursor cursor(NoticeView view) {
    return new Cursor(view.at(), view.id().value());
  }

  /** How many wait, a hundred at most; letters are counted by their own room. */
  public int unread(Viewer.Member viewer) {
    return room.database()
        .read(
            tx -> {
              var rows = tx.dao(NoticesDao.class).unread(viewer.id(), MOST_COUNTED);
              return rows.isEmpty() ? 0 : views.count(tx, viewer, rows);
            });
  }

  /** False when it is none of the viewer's. */
  public boolean markRead(Viewer.Member viewer, NoticeId id) {
    return room.database()
        .write(
            tx -> {
              var dao = tx.dao(NoticesDao.class);
              dao.read(viewer.id(), id, room.sources().now());
              return dao.count(viewer.id(), id) == 1;
            });
  }

  /**
   * @param until what came later stays unread: nobody has seen it yet
   */
  public void markAllRead(Viewer.Member viewer, Instant until) {
    room.database()
        .run(tx -> tx.dao(NoticesDao.class).readAll(viewer.id(), until, room.sources().now()));
  }

  /** The viewer has these posts before their eyes, so what tells of them is read. */
  public void saw(Viewer.Member viewer, Collection<PostId> posts) {
    var ids = posts.stream().map(PostId::value).toList();
    if (!ids.isEmpty()) {
      room.database()
          .run(
              tx ->
                  tx.dao(NoticesDao.class)
                      .readOf(viewer.id(), NoticesDao.About.POST, ids, room.sources().now()));
    }
  }

  public NoticeRules rules(Viewer.Member viewer) {
    return room.database().read(tx -> RulesOfMembers.of(tx, viewer.id()));
  }

  public void setRules(Viewer.Member viewer, NoticeRules rules) {
    room.database().run(tx -> RulesOfMembers.set(tx, viewer.id(), rules));
  }

  /** What the link in a mail would end; empty for a forged one. Nothing is changed. */
  public Optional<Ends> ending(String token) {
    return endTokens.read(token).map(EndTokens.Ending::what);
  }

  /** Ends it for the one whose link this is, as often as it is asked. False for a forged link. */
  public boolean end(String token) {
    var ending = endTokens.read(token);
    ending.ifPresent(found -> room.database().run(tx -> end(tx, found)));
    return ending.isPresent();
  }

  private void end(Tx tx, EndTokens.Ending ending) {
    var member = ending.member();
    switch (ending.what()) {
      case Ends.Mails(var kinds) -> {
        var rules = RulesOfMembers.of(tx, member);
        for (var kind : kinds) {
          rules = rules.withoutMail(kind);
        }
        RulesOfMembers.set(tx, member, rules);
      }
      case Ends.Watch(var thread) ->
          tx.dao(WatchesDao.class).set(member, thread, true, room.sources().now());
    }
  }

  void sweep() {
    var now = room.sources().now();
    var settings = room.settings();
    room.database()
        .run(
            tx -> {
              var dao = tx.dao(NoticesDao.class);
              dao.sweepRead(now.minus(settings.keepRead().toJavaDuration()));
              dao.sweepUnread(now.minus(settings.keepUnread().toJavaDuration()));
            });
  }
}
