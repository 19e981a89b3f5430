package postern.threads;

import java.time.Instant;
import java.util.Optional;
import postern.kernel.BoardId;
import postern.kernel.MemberId;
import postern.kernel.ThreadId;

/**
 * A post from an archive.
 *
 * @param key 32 bytes that stand for what it was called there, such as a hash of its Message-ID
 * @param thread the thread it answers in; none starts a thread
 * @param board where its thread is, or shall be
 * @param title of a thread that it starts; cut to what a title may hold
 * @param author who wrote it, perhaps a former author
 * @param writtenAt when, as the archive says
 */
public record ImportedPost(
    byte[] key,
    BoardId board,
    Optional<ThreadId> thread,
    String title,
    MemberId author,
    Instant writtenAt,
    MailBody body) {
  public ImportedPost {
    key = key.clone();
    if (key.length != 32) {
      throw new IllegalArgumentException("a source key has 32 bytes");
    }
  }
}
