package postern.delivery;

/**
 * What the next host said to one attempt; its own words are never kept, since they may name an
 * address.
 */
sealed interface Attempted {
  record Accepted() implements Attempted {}

  /** Not now: 4xx, or no answer. */
  record Deferred(int code) implements Attempted {}

  /** Never: 5xx. */
  record Rejected(int code) implements Attempted {}
}
