package postern.moderation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import postern.http.Rule;

/**
 * What a site chooses about moderation. A zero or an absent value means the default.
 *
 * @param publicLog whether members can read the log, without staff names; on by default
 * @param flagsPerHour how many posts a member may flag
 */
public record ModerationSettings(@JsonProperty Boolean publicLog, @JsonProperty int flagsPerHour) {
  public ModerationSettings {
    publicLog = publicLog == null ? Boolean.TRUE : publicLog;
    flagsPerHour = flagsPerHour == 0 ? 20 : flagsPerHour;
  }

  public static ModerationSettings standard() {
    return new ModerationSettings(null, 0);
  }

  Rule flags() {
    return new Rule("flags", flagsPerHour, Duration.ofHours(1));
  }
}
