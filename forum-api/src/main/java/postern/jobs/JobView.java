package postern.jobs;

import java.time.Instant;

/** A job as administrators see it: never its payload. */
public record JobView(
    long id,
    String kind,
    String state,
    int attempts,
    Instant runAt,
    Instant createdAt,
    boolean claimed,
    String lastFailure) {}
