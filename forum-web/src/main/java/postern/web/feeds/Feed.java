package postern.web.feeds;

import java.time.Instant;
import java.util.List;

/**
 * What a feed says.
 *
 * @param path the feed's own address without a secret; with the site's origin also its id
 * @param page where the same can be read
 */
record Feed(String title, String path, String page, List<Entry> entries) {
  Feed {
    entries = List.copyOf(entries);
  }

  /** When the newest of it changed; long ago when there is nothing in it. */
  Instant updated() {
    return entries.stream().map(Entry::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
  }

  /**
   * One post.
   *
   * @param path its permalink, also its id
   * @param profile where its author is found; empty for who has no page
   * @param html as it stands on the page
   */
  record Entry(
      String path,
      String title,
      String author,
      String profile,
      Instant published,
      Instant updated,
      String html) {}
}
