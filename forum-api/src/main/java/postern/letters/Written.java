package postern.letters;

import java.time.Duration;
import postern.kernel.CorrespondenceId;
import postern.kernel.LetterId;

/** What became of a letter that a member wrote on the site. */
public sealed interface Written {
  record Sent(LetterId letter, CorrespondenceId correspondence) implements Written {}

  /** No such member, or a former author: the same answer. */
  record NoSuchMember() implements Written {}

  /** The other takes no letters from this writer; whether by a block or by a rule is not told. */
  record NotTaking() implements Written {}

  /** The writer has blocked the other, and must end that first. */
  record YouBlocked() implements Written {}

  record ToYourself() implements Written {}

  /** The writer is silenced or suspended. */
  record NotInGoodStanding() implements Written {}

  record TooMany(Duration retryAfter) implements Written {}

  /** Empty, or longer than the limits of {@link NewLetter}. */
  record BadText() implements Written {}
}
