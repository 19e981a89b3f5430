package postern.web.threads;

import java.util.List;
import java.util.Optional;
import postern.web.Count;
import postern.web.Frame;
import postern.web.PageModel;
import postern.web.Pager;
import postern.web.WhyNot;
import postern.web.boards.BoardLink;

/**
 * {@code GET /t/{id}/{slug}?page=N&quote={postId}}: the posts of a thread, and the box for a reply.
 *
 * @param threadId the thread's id, for scripts that ask {@code GET /t/{id}/news?after={number}}
 *     what came since; the answer is {@code {"posts": 2, "href": "where the first of them stands"}}
 * @param states that it is locked, pinned, hidden or moved, each with its reason
 * @param reply the box at the end, when the viewer may reply
 * @param whyNoReply otherwise why not, with what to do
 * @param tools a moderator's forms; none for others
 */
public record ThreadPage(
    Frame frame,
    String threadId,
    String title,
    BoardLink board,
    Count replies,
    List<State> states,
    List<PostView> posts,
    Pager pager,
    Optional<ReplyBox> reply,
    Optional<WhyNot> whyNoReply,
    Optional<ModeratorTools> tools)
    implements PageModel {
  public ThreadPage {
    states = List.copyOf(states);
    posts = List.copyOf(posts);
  }

  public long lastNumber() {
    return posts.isEmpty() ? 0 : posts.getLast().number();
  }

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
