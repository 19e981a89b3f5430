package postern.web.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import postern.web.Count;
import postern.web.Discovery;
import postern.web.Frame;
import postern.web.Link;
import postern.web.PageModel;
import postern.web.Pager;
import postern.web.WhyNot;
import postern.web.boards.BoardLink;
import postern.web.notices.WatchForm;

/**
 * {@code GET /t/{id}/{slug}?page=N&quote={postId}}: the posts of a thread, and the box for a reply.
 *
 * @param threadId the thread's id, for scripts that ask {@code GET /t/{id}/news?after={number}}
 *     what came since; the answer is {@code {"posts": 2, "href": "where the first of them stands"}}
 * @param states that it is locked, pinned, hidden or moved, each with its reason
 * @param seams where posts came or left
 * @param held on the last page, what waits for a moderator: the viewer's own, or all for moderators
 * @param reply the box at the end, when the viewer may reply
 * @param whyNoReply otherwise why not, with what to do
 * @param watch whether the viewer is told of new posts, and the button; none for visitors
 * @param tools a moderator's forms; none for others
 * @param firstUnread {@code /t/{id}/unread}, where something unread stands on another page
 * @param discovery what programs find
 */
public record ThreadPage(
    Frame frame,
    String threadId,
    String title,
    BoardLink board,
    Count replies,
    List<State> states,
    List<PostView> posts,
    List<SeamLine> seams,
    List<HeldView> held,
    Pager pager,
    Optional<ReplyBox> reply,
    Optional<WhyNot> whyNoReply,
    Optional<WatchForm> watch,
    Optional<ModeratorTools> tools,
    Optional<String> firstUnread,
    Discovery discovery)
    implements PageModel {
  public ThreadPage {
    states = List.copyOf(states);
    posts = List.copyOf(posts);
    seams = List.copyOf(seams);
    held = List.copyOf(held);
  }

  public long lastNumber() {
    return posts.isEmpty() ? 0 : posts.getLast().number();
  }

  /** The posts, and between them the lines that say where some came or left. */
  public List<Row> rows() {
    var rows = new ArrayList<Row>();
    int next = 0;
    for (var post : posts) {
      while (next < seams.size() && seams.get(next).after() < post.number()) {
        rows.add(new Row(Optional.empty(), Optional.of(seams.get(next++))));
      }
      rows.add(new Row(Optional.of(post), Optional.empty()));
    }
    seams
        .subList(next, seams.size())
        .forEach(line -> rows.add(new Row(Optional.empty(), Optional.of(line))));
    return rows;
  }

  /** One post, or one line between posts. */
  public record Row(Optional<PostView> post, Optional<SeamLine> seam) {}

  /**
   * That posts came here or left.
   *
   * @param after the number of the post that it follows
   * @param words what happened
   * @param to the thread that they are in now, where the viewer may read it
   * @param why the moderator's reason
   */
  public record SeamLine(long after, String words, Optional<Link> to, String why) {}

  public boolean writable() {
    return reply.isPresent();
  }

  /**
   * What a moderator did to the thread.
   *
   * @param icon a name from icons.svg: lock, pin, hide, move
   * @param words one sentence with the reason, if one was given
   */
  public record State(String icon, String words) {}
}
