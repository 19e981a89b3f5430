package postern.search;

/** What became of the wish for a new index. */
public sealed interface Rebuilt {
  /** It was made here and now, of so many posts. */
  record Made(long posts) implements Rebuilt {}

  /** The service works in this node's index: it makes it anew by itself. */
  record ByTheService() implements Rebuilt {}
}
