package postern.moderation;

import java.time.Duration;
import postern.threads.TextFault;

/** How a decision about an item of the queue ended. */
public sealed interface Decided {
  record Done() implements Decided {}

  /** No such item, or none of this moderator's. */
  record NotFound() implements Decided {}

  /** Another moderator was first. */
  record AlreadyDecided(Ruling ruling) implements Decided {}

  /** It is beyond this moderator, or the author stands above them. */
  record NotAllowed() implements Decided {}

  /** Items of this kind are not decided so. */
  record NotForThisKind() implements Decided {}

  /** The post was deleted meanwhile, or is held no more. */
  record PostGone() implements Decided {}

  /** No member wrote it, so there is nobody to put a sanction on. */
  record NoMember() implements Decided {}

  /** A reason is needed, of no more than so many characters. */
  record BadReason(int limit) implements Decided {}

  /** The end is past, or too far away, or what was decided has none. */
  record BadUntil() implements Decided {}

  /** The new text cannot be taken as it is. */
  record BadBody(TextFault fault) implements Decided {}

  record TooSoon(Duration retryAfter) implements Decided {}
}
