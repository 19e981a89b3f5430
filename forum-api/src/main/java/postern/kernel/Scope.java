package postern.kernel;

/** What a session or an API token may be used for. A session of the site has all of them. */
public enum Scope {
  /** Read what its owner may read, letters not among it. */
  READ,
  /** Write posts and threads as its owner. */
  POST,
  /** Read and write letters as its owner. */
  LETTERS,
  /** Moderate and administrate as far as its owner may. */
  STAFF,
  /** Change the account itself: password, addresses, elections, tokens. */
  ACCOUNT
}
