package postern.notices;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;

/**
 * How notices are collected and how long they are kept.
 *
 * @param collect how long after a mail of notices the next waits, so that many come as one
 * @param dailyAtHour the hour in UTC, 0 to 23, of the mails to those who chose one a day
 * @param keepRead how long a notice stays once it was read
 * @param keepUnread how long a notice stays that nobody reads
 */
public record NoticeSettings(
    @JsonProperty Duration collect,
    @JsonProperty Integer dailyAtHour,
    @JsonProperty Duration keepRead,
    @JsonProperty Duration keepUnread) {
  public NoticeSettings {
    collect = collect == null ? Duration.minutes(30) : collect;
    dailyAtHour = dailyAtHour == null ? 6 : dailyAtHour;
    keepRead = keepRead == null ? Duration.days(30) : keepRead;
    keepUnread = keepUnread == null ? Duration.days(180) : keepUnread;
    if (dailyAtHour < 0 || dailyAtHour > 23) {
      throw new IllegalArgumentException("notices.dailyAtHour is 0 to 23");
    }
  }

  public static NoticeSettings defaults() {
    return new NoticeSettings(null, null, null, null);
  }
}
