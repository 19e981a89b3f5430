package postern.kernel;

import java.util.Optional;

/** The id of a letter. */
public record LetterId(long value) implements Id {
  public LetterId {
    Id.requirePositive(value);
  }

  public static Optional<LetterId> parse(String text) {
    return Id.parse(text, LetterId::new);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
