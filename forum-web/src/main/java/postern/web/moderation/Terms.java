package postern.web.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import postern.web.Field;
import postern.web.Visit;

/** Reads how long something is to hold. */
final class Terms {
  static final String WRONG = "A number of days, or nothing.";

  private Terms() {}

  static boolean readable(Field days) {
    return days.value().strip().matches("|[1-9][0-9]{0,3}");
  }

  /** Empty for without end. */
  static Optional<Instant> end(Visit visit, Field days) {
    return Optional.of(days.value().strip())
        .filter(typed -> !typed.isEmpty())
        .map(typed -> visit.now().plus(Duration.ofDays(Long.parseLong(typed))));
  }
}
