package postern.web.search;

import java.util.List;
import java.util.Optional;
import postern.web.Frame;
import postern.web.PageModel;
import postern.web.Pager;
import postern.web.boards.ListLink;

/**
 * {@code GET /search?q=}, with {@code order}, {@code time} and {@code board} to narrow it.
 *
 * @param q what was typed
 * @param asked true when there was something to look for
 * @param narrowed true when something besides the words narrows it
 * @param problem what to do, when it could not be looked for
 * @param note what to know of the answer
 * @param orders ways to order what was found, as links; so the others
 */
public record SearchPage(
    Frame frame,
    String q,
    boolean asked,
    boolean narrowed,
    Optional<String> problem,
    Optional<String> note,
    List<ListLink> orders,
    List<ListLink> times,
    List<ListLink> boards,
    List<HitRow> hits,
    Pager pager)
    implements PageModel {
  public SearchPage {
    orders = List.copyOf(orders);
    times = List.copyOf(times);
    boards = List.copyOf(boards);
    hits = List.copyOf(hits);
  }

  public boolean hasHits() {
    return !hits.isEmpty();
  }

  public boolean nothing() {
    return asked && hits.isEmpty() && problem.isEmpty();
  }

  /** More than one board to choose from. */
  public boolean hasBoards() {
    return boards.size() > 2;
  }
}
