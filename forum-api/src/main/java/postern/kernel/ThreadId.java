package postern.kernel;

import java.util.Optional;

/** The id of a thread. */
public record ThreadId(long value) implements Id {
  public ThreadId {
    Id.requirePositive(value);
  }

  public static Optional<ThreadId> parse(String text) {
    return Id.parse(text, ThreadId::new);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
