package postern.moderation;

import java.time.Duration;

/** How the flagging of a post ended. */
public sealed interface Flagged {
  /** Moderators see it; also when this member's flag of it waits already. */
  record Done() implements Flagged {}

  /** No such post, or none that this viewer may read. */
  record NotFound() implements Flagged {}

  /** A guest, or a member who may not take part now. */
  record NotAllowed() implements Flagged {}

  record OwnPost() implements Flagged {}

  /** It was deleted, so there is nothing to see to. */
  record PostGone() implements Flagged {}

  /** The note is too long, or is needed: something else is wrong. */
  record BadNote(int limit) implements Flagged {}

  record TooSoon(Duration retryAfter) implements Flagged {}
}
