package postern.threads;

import java.time.Instant;
import java.util.Optional;
import postern.accounts.Author;
import postern.kernel.PostId;
import postern.kernel.ThreadId;

/**
 * One numbered message of a thread, as a viewer may see it. Who may not see what was deleted gets
 * neither body nor HTML of it, but the number stays.
 *
 * @param author whose it is; for a claimed former author, the member who claimed it
 * @param body what was written, in its format
 */
public record Post(
    PostId id,
    ThreadId thread,
    int number,
    Author author,
    Instant createdAt,
    Optional<Instant> editedAt,
    Format format,
    String body,
    SafeHtml html,
    Optional<Deletion> deletion) {
  /** What the body is written in. */
  public enum Format {
    MARKDOWN,
    /** Plain text from a mailing list; see {@link MailBody}. */
    MAIL
  }

  /**
   * @param byAuthor false when a moderator took it away
   * @param reason what the moderator said, perhaps nothing
   */
  public record Deletion(Instant at, boolean byAuthor, String reason) {}

  public boolean deleted() {
    return deletion.isPresent();
  }

  Post withoutWords() {
    return new Post(
        id, thread, number, author, createdAt, editedAt, format, "", SafeHtml.EMPTY, deletion);
  }
}
