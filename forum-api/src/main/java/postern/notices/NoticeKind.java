package postern.notices;

/**
 * Why somebody is told. Of several reasons for one post the first here is the one that they read.
 */
public enum NoticeKind {
  /** A post holds their name. */
  MENTION,
  /** A reply in a thread that they started, or a post that quotes one of theirs. */
  ANSWER,
  /** A reply in a thread that they watch. */
  REPLY,
  /** A new thread on a board that they watch. */
  THREAD,
  /** A letter came; its mail is its own. */
  LETTER,
  /** Moderators decided something about them or a post of theirs. */
  DECISION
}
