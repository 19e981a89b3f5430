package postern.delivery;

import java.time.Instant;

/**
 * A mail as operators see it: neither to whom nor what.
 *
 * @param state {@code QUEUED}, {@code DELIVERED}, {@code UNDELIVERABLE}, {@code HELD}, {@code
 *     WITHDRAWN} or {@code DROPPED}
 * @param lastCode what the next host answered last; 0 for none, null when it was not asked
 * @param reported what a report said of it later: {@code HARD}, {@code SOFT}, {@code COMPLAINT}
 */
public record MailView(
    long id,
    String kind,
    String state,
    int attempts,
    Integer lastCode,
    String reported,
    Instant queuedAt,
    Instant settledAt) {}
