package postern.threads;

import java.time.Instant;
import java.util.Optional;
import postern.accounts.Author;
import postern.boards.Board;
import postern.kernel.PostId;

/**
 * A post that waits for a moderator. It has no number yet, and nobody but its author and the
 * moderators of its board sees it.
 *
 * @param id what the post will be called when it stands
 * @param thread the thread it is a reply in; empty when it begins one
 * @param title of that thread, or of the one it begins
 */
public record HeldPost(
    PostId id,
    Optional<ForumThread> thread,
    Board board,
    String title,
    Author author,
    Instant writtenAt,
    String body,
    SafeHtml html,
    Why why,
    Optional<Refusal> refusal) {
  /** Why it waits; for moderators. */
  public enum Why {
    /** A word that administrators listed stands in it. */
    WORD,
    /** It is one of the first posts of a new member, on a board that asks for this. */
    FIRST_POSTS,
    /** It has more links than members of its author's level may write. */
    LINKS,
    /** A new member wrote the same lately, or another one did. */
    REPEATED
  }

  /** That a moderator did not let it stand; its author sees this for a while. */
  public record Refusal(Instant at, String reason) {}
}
