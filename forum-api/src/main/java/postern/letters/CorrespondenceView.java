package postern.letters;

import java.time.Instant;
import postern.kernel.CorrespondenceId;
import postern.kernel.MemberId;

/**
 * A correspondence as one of its two members sees it in their list.
 *
 * @param subject of the latest letter; empty where its text was not kept
 * @param key the exact time that lists are ordered by; never shown
 * @param mine true when the latest letter is the viewer's own
 */
public record CorrespondenceView(
    CorrespondenceId id,
    MemberId other,
    String subject,
    boolean mine,
    Instant lastAt,
    int unread,
    Instant key) {
  @Override
  public String toString() {
    return "CorrespondenceView[" + id + "]";
  }
}
