package postern.threads;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import postern.accounts.MemberView;

/**
 * What members may write before they are known, and after. A zero or an absent value means the
 * default.
 *
 * @param levels from the first, which everybody has, to the last; a member has the last one reached
 * @param repeatedCharacters a text of the first level that is at least so long, and the same as one
 *     that was written lately, waits for a moderator
 * @param repeatedWithin how long a text is remembered for that, as a hash
 */
public record TrustLimits(
    @JsonProperty List<Level> levels,
    @JsonProperty int repeatedCharacters,
    @JsonProperty Duration repeatedWithin) {
  private static final List<Level> USUAL =
      List.of(
          new Level("new", Duration.days(0), 0, 30, 15, 5),
          new Level("settled", Duration.days(3), 10, 60, 20, 20),
          new Level("trusted", Duration.days(30), 100, 240, 50, 100));

  public TrustLimits {
    levels = levels == null || levels.isEmpty() ? USUAL : List.copyOf(levels);
    repeatedCharacters = repeatedCharacters == 0 ? 40 : repeatedCharacters;
    repeatedWithin = Objects.requireNonNullElse(repeatedWithin, Duration.days(1));
    var first = levels.getFirst();
    if (first.afterPosts() != 0 || first.afterAge().toSeconds() != 0) {
      throw new IllegalArgumentException("posts.trust: everybody has the first level");
    }
  }

  public static TrustLimits standard() {
    return new TrustLimits(null, 0, null);
  }

  /** The last level whose conditions a member meets. */
  Level of(MemberView member, Instant now) {
    var level = levels.getFirst();
    for (var each : levels) {
      if (each.reached(member, now)) {
        level = each;
      }
    }
    return level;
  }

  boolean isFirst(Level level) {
    return levels.getFirst().equals(level);
  }
}
