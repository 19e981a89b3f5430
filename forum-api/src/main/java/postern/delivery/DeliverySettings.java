package postern.delivery;

import java.time.Duration;

/**
 * How mail leaves.
 *
 * @param forumName stands in the From of what the forum itself writes
 * @param domain the relay domain
 * @param retryFor how long a mail that is deferred is tried again
 */
public record DeliverySettings(
    String forumName, String domain, Outbound outbound, Duration retryFor) {}
