package postern.threads;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import postern.http.Rule;

/**
 * How long and how much is kept for a member who reads. A zero or an absent value means the
 * default.
 *
 * @param unreadFor how long what nobody opened counts as unread; older threads count as read
 * @param positionsFor how long a thread's read position is kept after it was last opened
 * @param visitPause without a page for this long, a visit has ended
 * @param bookmarks how many posts a member may have bookmarked
 * @param drafts how many drafts a member may have kept
 * @param draftsFor how long a draft is kept after it was last saved
 */
public record ReadingLimits(
    @JsonProperty Duration unreadFor,
    @JsonProperty Duration positionsFor,
    @JsonProperty Duration visitPause,
    @JsonProperty int bookmarks,
    @JsonProperty int drafts,
    @JsonProperty Duration draftsFor) {
  static final Rule DRAFT_SAVES = new Rule("draft-saves", 600, java.time.Duration.ofMinutes(10));

  public ReadingLimits {
    unreadFor = unreadFor == null ? Duration.days(90) : unreadFor;
    positionsFor = positionsFor == null ? Duration.days(365) : positionsFor;
    visitPause = visitPause == null ? Duration.minutes(30) : visitPause;
    bookmarks = bookmarks == 0 ? 1_000 : bookmarks;
    drafts = drafts == 0 ? 50 : drafts;
    draftsFor = draftsFor == null ? Duration.days(90) : draftsFor;
  }

  public static ReadingLimits standard() {
    return new ReadingLimits(null, null, null, 0, 0, null);
  }
}
