package postern.threads;

import java.time.Instant;

/** A word or a phrase that holds a post for a moderator. */
public record HeldWord(long id, String word, Instant addedAt) {
  /** The most characters of one, in code points. */
  public static final int LONGEST = 80;

  /** The most of them. */
  public static final int MOST = 500;
}
