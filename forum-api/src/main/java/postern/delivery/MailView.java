package postern.delivery;

import java.time.Instant;

/** A mail as operators see it: neither to whom nor what. */
public record MailView(
    long id,
    String kind,
    String state,
    int attempts,
    Integer lastCode,
    Instant queuedAt,
    Instant settledAt) {}
