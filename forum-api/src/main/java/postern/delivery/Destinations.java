package postern.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import postern.privacy.Keys;

/**
 * The hosts of recipients, each at its own pace: so many messages at once and in a minute on this
 * node. One that is slow or full keeps no other waiting.
 */
final class Destinations {
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final int SWEPT_AT = 10_000;

  private final DeliverySettings.Pace pace;
  private final Keys keys;
  private final LongSupplier nanos;
  private final Map<String, Tally> tallies = new HashMap<>();

  Destinations(DeliverySettings.Pace pace, Keys keys, LongSupplier nanos) {
    this.pace = pace;
    this.keys = keys;
    this.nanos = nanos;
  }

  private static final class Tally {
    private int now;
    private int inMinute;
    private long minuteStart;
  }

  /** Empty when one more may go, which then must {@link #leave}; otherwise how long to wait. */
  synchronized Optional<Duration> enter(String domain) {
    sweep();
    var tally = tallies.computeIfAbsent(domain, _ -> fresh());
    long passed = nanos.getAsLong() - tally.minuteStart;
    if (passed >= MINUTE) {
      tally.minuteStart = nanos.getAsLong();
      tally.inMinute = 0;
      passed = 0;
    }
    if (pace.destinationPerMinute() > 0 && tally.inMinute >= pace.destinationPerMinute()) {
      return Optional.of(Duration.ofNanos(MINUTE - passed).plus(SOON));
    }
    if (tally.now >= pace.destinationAtOnce()) {
      return Optional.of(SOON);
    }
    tally.now++;
    tally.inMinute++;
    return Optional.empty();
  }

  synchronized void leave(String domain) {
    tallies.get(domain).now--;
  }

  /** What stands for it in the database, where its name does not. */
  byte[] index(String domain) {
    return Arrays.copyOf(keys.index("destination", domain), 16);
  }

  byte[] sealed(String domain) {
    return keys.seal(domain.getBytes(StandardCharsets.UTF_8), place(index(domain)));
  }

  static String place(byte[] index) {
    return "mail_destinations:" + HexFormat.of().formatHex(index);
  }

  private Tally fresh() {
    var tally = new Tally();
    tally.minuteStart = nanos.getAsLong();
    return tally;
  }

  private void sweep() {
    if (tallies.size() > SWEPT_AT) {
      tallies.values().removeIf(t -> t.now == 0 && nanos.getAsLong() - t.minuteStart >= MINUTE);
    }
  }
}
