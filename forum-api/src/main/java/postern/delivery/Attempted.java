package postern.delivery;

/** What the next host said to one attempt, with every address taken out of its words. */
sealed interface Attempted {
  record Accepted() implements Attempted {}

  /** Not now: 4xx, or no answer. */
  record Deferred(int code, String words) implements Attempted {}

  /**
   * Never: 5xx.
   *
   * @param noSuchMailbox true when nothing will ever arrive there
   */
  record Rejected(int code, String words, boolean noSuchMailbox) implements Attempted {}
}
