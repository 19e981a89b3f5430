package postern.threads;

import postern.kernel.PostId;
import postern.kernel.ThreadId;

/** What became of a post that waited. */
public sealed interface HeldChanged {
  /** It stands in its thread now, under this number. */
  record Standing(ThreadId thread, PostId post, int number) implements HeldChanged {}

  /** Its author alone sees it, with the reason. */
  record Refused() implements HeldChanged {}

  record Withdrawn() implements HeldChanged {}

  /** No such post waits, or none that this viewer may see. */
  record NotFound() implements HeldChanged {}

  /** Moderators of the board approve and refuse; authors withdraw what is theirs. */
  record NotAllowed() implements HeldChanged {}

  /** A reason is needed, of no more than so many characters. */
  record BadReason(int limit) implements HeldChanged {}
}
