package postern.sessions;

import java.time.Instant;

/**
 * One of a member's own sessions, as that member sees it.
 *
 * @param device the family of the browser or program alone
 * @param seenAt the start of the day when it was last used, in UTC
 */
public record OwnSession(
    SessionId id, String device, Instant createdAt, Instant seenAt, Instant expiresAt) {}
