package postern.letters;

import java.time.Duration;
import postern.kernel.LetterId;

/** What became of a letter that came by mail. */
public sealed interface Taken {
  record Accepted(LetterId letter) implements Taken {}

  /** The same message came before: it is one letter. */
  record Repeated() implements Taken {}

  /** Unknown, ended, blocked, erased, not given to this sender: one answer. */
  record NoSuchMailbox() implements Taken {}

  record NotInGoodStanding() implements Taken {}

  record TooMany(Duration retryAfter) implements Taken {}

  record Refused(LetterRefusal why) implements Taken {}
}
