package postern.threads;

import postern.kernel.PostId;

/** How a merge or a split of threads ended. */
public sealed interface Rearranged {
  /** The thread where the posts stand now, and the first of them. */
  record Done(ForumThread thread, PostId first) implements Rearranged {}

  /** No such thread, or none that this viewer may read. */
  record NotFound() implements Rearranged {}

  /** It is not theirs to moderate. */
  record NotAllowed() implements Rearranged {}

  /** There is no other thread of theirs to merge it into, or it is the same one. */
  record NoSuchThread() implements Rearranged {}

  /** There is no such board that this viewer moderates and may start threads on. */
  record NoSuchBoard() implements Rearranged {}

  /**
   * None was chosen that can be read, one of them is not in the thread, or it is the first, which
   * stays.
   */
  record BadPosts() implements Rearranged {}

  /** No more than so many posts at once. */
  record TooMany(int limit) implements Rearranged {}

  /** The title is empty or longer than so many characters. */
  record BadTitle(int limit) implements Rearranged {}

  /** A reason is needed, of no more than so many characters. */
  record BadReason(int limit) implements Rearranged {}
}
