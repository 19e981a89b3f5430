package postern.notices;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import postern.accounts.Author;
import postern.kernel.CorrespondenceId;
import postern.kernel.MemberId;
import postern.kernel.PostId;
import postern.kernel.Scope;
import postern.kernel.Viewer;
import postern.moderation.DecisionId;
import postern.notices.NoticesDao.About;
import postern.notices.NoticesDao.Row;
import postern.storage.Tx;
import postern.threads.PostLists.PlacedPost;

/**
 * What of somebody's notices they may see at this moment: the post stands, its board is theirs to
 * read, and they have not blocked who caused it.
 */
final class NoticeViews {
  private final Room room;

  NoticeViews(Room room) {
    this.room = room;
  }

  /** In the same order, without those that are not to be shown. */
  List<NoticeView> shown(Tx tx, Viewer.Member viewer, List<Row> rows) {
    var open = unblocked(tx, viewer, rows);
    var posts = room.doors().discussions().postLists().listed(tx, viewer, posts(open));
    var senders = room.doors().accounts().authors(tx, senders(viewer, open));
    var views = new ArrayList<NoticeView>();
    open.forEach(
        row ->
            (row.about() == About.DECISION ? decision(tx, row) : about(row, posts, senders))
                .ifPresent(about -> views.add(view(row, about))));
    return views;
  }

  /** How many of these the viewer may see, letters not counted. */
  int count(Tx tx, Viewer.Member viewer, List<Row> rows) {
    var open = unblocked(tx, viewer, rows);
    int decided = (int) open.stream().filter(row -> row.about() == About.DECISION).count();
    return decided
        + room.doors().discussions().postLists().listedIds(tx, viewer, posts(open)).size();
  }

  private static NoticeView view(Row row, NoticeView.About about) {
    return new NoticeView(row.id(), row.kind(), row.at(), row.read(), about);
  }

  private Optional<NoticeView.About> decision(Tx tx, Row row) {
    return room.doors()
        .decisions()
        .told(tx, new DecisionId(row.subject()), row.member())
        .map(NoticeView.About.OfDecision::new);
  }

  private static Optional<NoticeView.About> about(
      Row row, Map<PostId, PlacedPost> posts, Map<MemberId, Author> senders) {
    return switch (row.about()) {
      case POST ->
          Optional.ofNullable(posts.get(new PostId(row.subject())))
              .map(NoticeView.About.OfPost::new);
      case LETTER ->
          Optional.ofNullable(senders.get(row.actor()))
              .map(from -> new NoticeView.About.OfLetter(new CorrespondenceId(row.place()), from));
      case DECISION -> Optional.empty();
    };
  }

  private static Set<PostId> posts(List<Row> rows) {
    return rows.stream()
        .filter(row -> row.about() == About.POST)
        .map(row -> new PostId(row.subject()))
        .collect(Collectors.toSet());
  }

  // A token that opens no letters tells of none.
  private static Set<MemberId> senders(Viewer.Member viewer, List<Row> rows) {
    return viewer.scopes().contains(Scope.LETTERS)
        ? rows.stream()
            .filter(row -> row.about() == About.LETTER)
            .map(Row::actor)
            .collect(Collectors.toSet())
        : Set.of();
  }

  private List<Row> unblocked(Tx tx, Viewer.Member viewer, List<Row> rows) {
    var blocked = new HashMap<MemberId, Boolean>();
    return rows.stream()
        .filter(
            row ->
                row.actor() == null
                    || !blocked.computeIfAbsent(
                        row.actor(),
                        actor -> room.doors().blocks().blocked(tx, viewer.id(), actor)))
        .toList();
  }
}
