package postern.web.members;

import java.util.List;
import java.util.Optional;
import postern.accounts.MemberView;
import postern.http.Cursor;
import postern.kernel.ThreadId;
import postern.threads.PostLists;
import postern.threads.PostLists.PlacedPost;
import postern.web.Desk;
import postern.web.Pager;
import postern.web.Visit;
import postern.web.boards.BoardLinks;
import postern.web.boards.ListLink;
import postern.web.boards.ThreadRow;
import postern.web.boards.ThreadRows;

/**
 * What a member wrote that the viewer may read: their posts, or the threads that they started.
 *
 * @param base the list's own address
 */
record MemberWriting(
    String base,
    List<ListLink> views,
    List<MemberPage.Written> posts,
    List<ThreadRow> threads,
    Pager pager) {
  private static final int ROWS = 20;

  /**
   * @param after where the list goes on; empty at its start
   */
  static MemberWriting of(
      Desk desk, Visit visit, MemberView member, boolean threads, String after) {
    return threads ? threads(desk, visit, member, after) : posts(desk, visit, member, after);
  }

  private static MemberWriting posts(Desk desk, Visit visit, MemberView member, String after) {
    var base = MemberResource.href(member);
    var from = Optional.ofNullable(Cursor.parse(after));
    var lists = desk.forum().discussions().postLists();
    var slice = lists.by(visit.viewer(), member.id(), from, ROWS);
    var older =
        slice.more()
            ? Optional.of(base + "?after=" + PostLists.cursor(slice.rows().getLast().post()).text())
            : Optional.<String>empty();
    return new MemberWriting(
        base,
        views(base, false),
        slice.rows().stream().map(placed -> written(visit, placed)).toList(),
        List.of(),
        Pager.byKey(from.map(_ -> base), older));
  }

  private static MemberWriting threads(Desk desk, Visit visit, MemberView member, String after) {
    var base = MemberResource.href(member) + "?show=threads";
    var from = ThreadId.parse(after);
    var lists = desk.forum().discussions().threadLists();
    var slice = lists.startedBy(visit.viewer(), member.id(), from, ROWS);
    var older =
        slice.more()
            ? Optional.of(base + "&after=" + slice.rows().getLast().id())
            : Optional.<String>empty();
    return new MemberWriting(
        base,
        views(MemberResource.href(member), true),
        List.of(),
        ThreadRows.withBoards(desk, visit, slice.rows()),
        Pager.byKey(from.map(_ -> base), older));
  }

  private static List<ListLink> views(String href, boolean threads) {
    return List.of(
        new ListLink("Posts", href, !threads),
        new ListLink("Threads started", href + "?show=threads", threads));
  }

  private static MemberPage.Written written(Visit visit, PlacedPost placed) {
    var post = placed.post();
    return new MemberPage.Written(
        placed.thread().thread().title(),
        "/p/" + post.id(),
        BoardLinks.of(placed.thread().board()),
        Excerpts.of(post.html()),
        visit.when(post.createdAt()),
        post.number() == 1);
  }
}
