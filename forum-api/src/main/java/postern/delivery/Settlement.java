package postern.delivery;

/** What became of a mail in the end. */
public enum Settlement {
  /** The next host took it. */
  DELIVERED,
  /** It was refused for good, or deferred for longer than we try. */
  UNDELIVERABLE,
  /** The gate found an address that its reader may not see; nothing was sent. */
  HELD,
  /**
   * Its owner withdrew the election that it was written under; nothing was sent, and it is to be
   * written anew.
   */
  WITHDRAWN
}
