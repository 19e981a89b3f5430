package postern.importing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import postern.mail.mime.InboundMessage;

/**
 * When a message was written. Its own Date header says so, unless it cannot be: some clocks stand
 * in 1970, some in the future. Then the first host that took it says it, then the From line.
 */
final class Dates {
  /** Before RFC 822 there was no mail of this form. */
  private static final Instant EARLIEST = Instant.parse("1982-08-13T00:00:00Z");

  private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

  // Moderated lists keep a message for weeks; a clock that was reset is years behind.
  private static final Duration LONG_ON_ITS_WAY = Duration.ofDays(365);

  private Dates() {}

  /** Empty when nothing believable is known. */
  static Optional<Instant> written(
      InboundMessage message, Optional<Instant> delivered, Instant now) {
    var received =
        Stream.of(message.firstReceived(), delivered)
            .flatMap(Optional::stream)
            .filter(date -> possible(date, now))
            .findFirst();
    return message
        .date()
        .filter(date -> possible(date, now))
        .filter(date -> received.map(taken -> fits(date, taken)).orElse(true))
        .or(() -> received);
  }

  private static boolean possible(Instant date, Instant now) {
    return date.isAfter(EARLIEST) && date.isBefore(now.plus(CLOCKS_DIFFER));
  }

  private static boolean fits(Instant date, Instant received) {
    return date.isBefore(received.plus(CLOCKS_DIFFER))
        && date.isAfter(received.minus(LONG_ON_ITS_WAY));
  }
}
