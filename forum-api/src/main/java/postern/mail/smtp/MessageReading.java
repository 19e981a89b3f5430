package postern.mail.smtp;

import java.io.IOException;

/**
 * Reads a message to its end against the clock: no long silence, no trickle, no message without
 * end.
 */
final class MessageReading {
  enum Ending {
    COMPLETE,
    /** It passed the absolute limit. */
    CUT,
    /** The peer left in the middle: what it sent is thrown away. */
    GONE
  }

  private final Wire wire;
  private final SmtpLimits limits;
  private final DataParser parser;
  private final long start = System.nanoTime();

  MessageReading(Wire wire, SmtpLimits limits, DataParser parser) {
    this.wire = wire;
    this.limits = limits;
    this.parser = parser;
  }

  Ending readToEnd() throws IOException {
    while (!parser.ended()) {
      wire.until(deadline());
      if (!wire.await()) {
        return Ending.GONE;
      }
      wire.consumed(parser.read(wire.buffer(), wire.next(), wire.end()));
      if (parser.received() > limits.sizes().absoluteBytes()) {
        return Ending.CUT;
      }
    }
    return Ending.COMPLETE;
  }

  /** When the next bytes must be here: the soonest of silence, minimum rate and longest time. */
  private long deadline() {
    var times = limits.times();
    long now = System.nanoTime();
    long earned = parser.received() * 1_000_000_000L / times.minimumBytesPerSecond();
    long left =
        Math.min(
            start + times.message().toNanos() - now,
            start + times.slowStart().toNanos() + earned - now);
    return now + Math.min(left, times.silence().toNanos());
  }
}
