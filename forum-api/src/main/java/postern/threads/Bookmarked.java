package postern.threads;

/** How the wish to bookmark a post ended. */
public sealed interface Bookmarked {
  record Done() implements Bookmarked {}

  /** No such post, or none that this member may read. */
  record NotFound() implements Bookmarked {}

  /** The member has so many already. */
  record TooMany(int limit) implements Bookmarked {}
}
