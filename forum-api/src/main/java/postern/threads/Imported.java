package postern.threads;

import postern.kernel.PostId;
import postern.kernel.ThreadId;

/** What became of a post from an archive. */
public sealed interface Imported {
  record Kept(ThreadId thread, PostId post, int number) implements Imported {}

  /** It came in before; nothing was changed. */
  record Already(ThreadId thread, PostId post) implements Imported {}

  /** It is longer than so many characters. */
  record TooLong(int limit) implements Imported {}

  /** The thread to answer in is not there. */
  record NoSuchThread() implements Imported {}
}
