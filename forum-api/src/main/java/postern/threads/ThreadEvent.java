package postern.threads;

import java.util.Set;
import postern.jobs.Event;
import postern.kernel.BoardId;
import postern.kernel.MemberId;
import postern.kernel.PostId;
import postern.kernel.ThreadId;

/** What happens here, for the rooms above. Subscribe to each by its own class. */
public sealed interface ThreadEvent extends Event {
  /**
   * @param mentioned whose names its first post links
   */
  record ThreadStarted(
      ThreadId thread, PostId post, BoardId board, MemberId author, Set<MemberId> mentioned)
      implements ThreadEvent {}

  /**
   * @param quoted the posts it says to quote, which may not exist
   */
  record PostReplied(
      PostId post,
      ThreadId thread,
      BoardId board,
      MemberId author,
      Set<MemberId> mentioned,
      Set<PostId> quoted)
      implements ThreadEvent {}

  /**
   * @param mentioned whose names it links now; some may have been there before
   */
  record PostEdited(PostId post, ThreadId thread, MemberId by, Set<MemberId> mentioned)
      implements ThreadEvent {}

  record PostDeleted(PostId post, ThreadId thread, MemberId by) implements ThreadEvent {}

  record PostRestored(PostId post, ThreadId thread, MemberId by) implements ThreadEvent {}

  /** A post waits for a moderator; nobody else but its author may see it. */
  record PostHeld(PostId post, BoardId board, MemberId author) implements ThreadEvent {}

  /** A post that waited stands; that it was written is told by an event of its own. */
  record PostApproved(PostId post, MemberId author, MemberId by) implements ThreadEvent {}

  /** Its author took back what waited, or put away what was refused. */
  record PostWithdrawn(PostId post, MemberId by) implements ThreadEvent {}

  /** A moderator did not let a post stand; its author sees why. */
  record PostRefused(PostId post, MemberId author, MemberId by) implements ThreadEvent {}

  /** A post came in from an archive: nobody is told, but it can be found. */
  record PostImported(PostId post, ThreadId thread) implements ThreadEvent {}

  /** All posts of a thread stand in another now, and the thread itself is no more. */
  record ThreadMerged(ThreadId from, ThreadId into, MemberId by) implements ThreadEvent {}

  /** Some posts of a thread stand in a new one now, with their ids and with other numbers. */
  record ThreadSplit(ThreadId from, ThreadId into, MemberId by) implements ThreadEvent {}

  /**
   * A thread was locked, pinned, hidden, moved, renamed, merged into or split, or one of these was
   * undone.
   */
  record ThreadMarked(ThreadId thread, LogEntry.Action action, MemberId by)
      implements ThreadEvent {}
}
