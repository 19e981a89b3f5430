package postern.moderation;

import java.time.Instant;
import postern.http.Origin;

/**
 * A decision as its member and the queue read it.
 *
 * @param url where it was done; null for what holds on the whole site
 */
record DecisionJson(
    DecisionId id,
    String action,
    String reason,
    Instant until,
    Instant at,
    String url,
    String answer,
    Instant answeredAt) {
  static DecisionJson of(Decision decision, Origin origin) {
    return new DecisionJson(
        decision.id(),
        ApiWords.of(decision.action()),
        decision.reason(),
        decision.until().orElse(null),
        decision.at(),
        place(decision, origin),
        decision.answer().orElse(null),
        decision.answeredAt().orElse(null));
  }

  static String place(Decision decision, Origin origin) {
    return decision
        .post()
        .map(post -> origin.url("/p/" + post))
        .or(() -> decision.thread().map(thread -> origin.url("/t/" + thread)))
        .orElse(null);
  }
}
