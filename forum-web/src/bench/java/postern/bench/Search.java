package postern.bench;

import java.nio.file.Path;

/** The search page against the database's own FULLTEXT, over the same posts. */
final class Search {
  private Search() {}

  static void measure(Site site, Path folder, int posts) {
    if (site.get("/search?q=ba").statusCode() != 200) {
      return;
    }
    Table.head("Search at %,d posts".formatted(posts));
  }
}
