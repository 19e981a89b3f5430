package postern.moderation;

import java.time.Instant;
import java.util.Optional;
import postern.accounts.Accounts;
import postern.boards.Boards;
import postern.http.RateLimits;
import postern.kernel.Line;
import postern.storage.Database;
import postern.threads.Discussions;

/** What this room stands on. */
public record Bench(
    Database database, RateLimits rates, Boards boards, Discussions discussions, ActionLog log) {
  /** A column holds as many. */
  static final int REASON_CHARACTERS = 500;

  Accounts accounts() {
    return log.accounts();
  }

  Arrivals arrivals() {
    return log.arrivals();
  }

  Instant now() {
    return log.sources().now();
  }

  static Optional<String> reason(String typed) {
    return Line.parse(typed, REASON_CHARACTERS).map(Line::text);
  }

  /** Where a reason may be left out. Empty only when there is too much of it. */
  static Optional<String> perhapsReason(String typed) {
    return typed == null || typed.isBlank() ? Optional.of("") : reason(typed);
  }
}
