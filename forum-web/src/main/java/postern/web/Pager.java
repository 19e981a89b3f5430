package postern.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Ways to the other parts of a list.
 *
 * @param pages numbered pages; empty for lists that are read by key and know only what follows
 */
public record Pager(Optional<String> newer, Optional<String> older, List<PageLink> pages) {
  public Pager {
    pages = List.copyOf(pages);
  }

  public static Pager none() {
    return new Pager(Optional.empty(), Optional.empty(), List.of());
  }

  /** For a list that is read by key. */
  public static Pager byKey(Optional<String> newer, Optional<String> older) {
    return new Pager(newer, older, List.of());
  }

  /**
   * For numbered pages from 1 to {@code last}: the first, the last, and those around the present
   * one.
   */
  public static Pager numbered(long page, long last, LongFunction<String> href) {
    if (last <= 1) {
      return none();
    }
    var pages = new ArrayList<PageLink>();
    long before = 0;
    for (long number = 1; number <= last; number = next(number, page, last)) {
      pages.add(
          new PageLink(
              Long.toString(number), href.apply(number), number == page, number > before + 1));
      before = number;
    }
    return new Pager(
        page > 1 ? Optional.of(href.apply(page - 1)) : Optional.empty(),
        page < last ? Optional.of(href.apply(page + 1)) : Optional.empty(),
        pages);
  }

  public boolean some() {
    return newer.isPresent() || older.isPresent();
  }

  public boolean numbered() {
    return !pages.isEmpty();
  }

  private static long next(long number, long page, long last) {
    if (number == 1 && page > 4) {
      return page - 2;
    }
    return number == page + 2 && number < last - 1 ? last : number + 1;
  }

  /**
   * One numbered page.
   *
   * @param afterGap true when pages between the one before and this are left out
   */
  public record PageLink(String text, String href, boolean here, boolean afterGap) {}
}
