package postern.search;

import java.time.Duration;
import postern.kernel.Slice;

/** How a search ended. */
public sealed interface Searched {
  /**
   * @param whole false while the index is made for the first time, so that not everything is found
   */
  record Found(Slice<Hit> hits, boolean whole) implements Searched {}

  /** There was nothing to look for. */
  record NothingAsked() implements Searched {}

  record TooSoon(Duration retryAfter) implements Searched {}
}
