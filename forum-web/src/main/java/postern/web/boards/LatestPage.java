package postern.web.boards;

import java.util.List;
import postern.web.Frame;
import postern.web.PageModel;
import postern.web.Pager;

/**
 * {@code GET /latest?after=}: the threads of all boards that the viewer may read, by their last
 * post.
 *
 * @param filters ways to cut the list, as links: all, unread
 */
public record LatestPage(Frame frame, List<ListLink> filters, List<ThreadRow> threads, Pager pager)
    implements PageModel {
  public LatestPage {
    filters = List.copyOf(filters);
    threads = List.copyOf(threads);
  }

  public boolean hasThreads() {
    return !threads.isEmpty();
  }
}
