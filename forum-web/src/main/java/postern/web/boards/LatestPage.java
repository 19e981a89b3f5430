package postern.web.boards;

import java.util.List;
import java.util.Optional;
import postern.web.Discovery;
import postern.web.Frame;
import postern.web.PageModel;
import postern.web.Pager;

/**
 * {@code GET /latest?show=&after=}: the threads of all boards that the viewer may read, by their
 * last post.
 *
 * @param filters ways to cut the list, as links: all, unread, new since the last visit, unanswered
 * @param markRead where a post makes everything count as read, for a member; takes {@code csrf}
 * @param news where a script asks what came since, on a list that begins with the newest
 * @param discovery what programs find
 */
public record LatestPage(
    Frame frame,
    List<ListLink> filters,
    List<ThreadRow> threads,
    Pager pager,
    Optional<String> markRead,
    Optional<String> news,
    Discovery discovery)
    implements PageModel {
  public LatestPage {
    filters = List.copyOf(filters);
    threads = List.copyOf(threads);
  }

  public boolean hasThreads() {
    return !threads.isEmpty();
  }
}
