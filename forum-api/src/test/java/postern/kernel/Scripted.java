package postern.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Time, chance and ids that are the same in each run of a script. */
public final class Scripted {
  private Scripted() {}

  /** A clock that stands still until it is told to go on. */
  public static final class Clock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-03-01T09:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    public void advance(Duration time) {
      now = now.plus(time);
    }
  }

  public static Randomness randomness(long seed) {
    var random = new Random(seed);
    return count -> {
      var bytes = new byte[count];
      synchronized (random) {
        random.nextBytes(bytes);
      }
      return bytes;
    };
  }

  public static Ids ids(long seed) {
    var next = new AtomicLong(1);
    var random = new Random(seed);
    return new Ids() {
      @Override
      public long next() {
        return next.getAndIncrement();
      }

      @Override
      public synchronized long unguessable() {
        return Math.max(1, random.nextLong() >>> 1);
      }
    };
  }
}
