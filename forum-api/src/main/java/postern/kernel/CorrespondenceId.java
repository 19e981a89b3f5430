package postern.kernel;

import java.util.Optional;

/** The id of the pair of two members who write to each other. */
public record CorrespondenceId(long value) implements Id {
  public CorrespondenceId {
    Id.requirePositive(value);
  }

  public static Optional<CorrespondenceId> parse(String text) {
    return Id.parse(text, CorrespondenceId::new);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
