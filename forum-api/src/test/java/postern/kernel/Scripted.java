package postern.kernel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

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

  /**
   * Chance that depends on who asks (the classes of ours that stand on the stack) and on how often
   * they did before. So a mail more to one member, which is theirs alone, does not change what is
   * drawn for everybody else.
   */
  public static Randomness randomnessByPlace(long seed) {
    var asked = new ConcurrentHashMap<String, AtomicLong>();
    return count -> {
      var place =
          StackWalker.getInstance()
              .walk(
                  frames ->
                      frames
                          .map(StackWalker.StackFrame::getClassName)
                          .filter(name -> name.startsWith("postern."))
                          .distinct()
                          .collect(Collectors.joining(" ")));
      long time = asked.computeIfAbsent(place, _ -> new AtomicLong()).incrementAndGet();
      var bytes = new byte[count];
      new SplittableRandom(seed * 31 * 31 + place.hashCode() * 31L + time).nextBytes(bytes);
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
