package postern.web.boards;

import java.util.List;
import java.util.Optional;
import postern.web.Discovery;
import postern.web.Frame;
import postern.web.PageModel;
import postern.web.Pager;
import postern.web.WhyNot;
import postern.web.notices.WatchForm;

/**
 * {@code GET /b/{id}/{slug}?after=&order=&show=}: a board's threads, pinned first.
 *
 * @param description what the board is for; may be empty
 * @param restriction who may read or write here, when not everybody may
 * @param newThread {@code /b/{id}/new}, when the viewer may start a thread
 * @param whyNoThread otherwise why not, with what to do
 * @param watch whether the viewer is told of new threads, and the button; none for visitors
 * @param orders ways to order the list, as links
 * @param filters ways to cut the list, as links
 * @param markRead where a post makes all of it count as read, for a member; takes {@code csrf}
 * @param news where a script asks what came since, on a list that begins with the newest
 * @param discovery what programs find
 */
public record BoardPage(
    Frame frame,
    String title,
    String description,
    Optional<String> restriction,
    Optional<String> newThread,
    Optional<WhyNot> whyNoThread,
    Optional<WatchForm> watch,
    List<ListLink> orders,
    List<ListLink> filters,
    List<ThreadRow> threads,
    Pager pager,
    Optional<String> markRead,
    Optional<String> news,
    Discovery discovery)
    implements PageModel {
  public BoardPage {
    orders = List.copyOf(orders);
    filters = List.copyOf(filters);
    threads = List.copyOf(threads);
  }

  /** True when only some of the threads are asked for. */
  public boolean cut() {
    return filters.stream().skip(1).anyMatch(ListLink::here);
  }

  public boolean hasThreads() {
    return !threads.isEmpty();
  }
}
