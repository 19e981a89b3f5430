package postern.web;

import java.util.Optional;
import postern.threads.SafeHtml;

/**
 * What programs find in a page's head.
 *
 * @param feed the path of the feed that tells the same
 * @param data what search engines read of the page (JSON-LD), for visitors' pages alone: nobody
 *     else's are indexed
 */
public record Discovery(Optional<String> feed, Optional<SafeHtml> data) {
  public static final Discovery NONE = new Discovery(Optional.empty(), Optional.empty());

  public static Discovery feed(String path) {
    return new Discovery(Optional.of(path), Optional.empty());
  }
}
