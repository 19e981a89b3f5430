package postern.kernel;

import java.util.Optional;

/** The id of a post. */
public record PostId(long value) implements Id {
  public PostId {
    Id.requirePositive(value);
  }

  public static Optional<PostId> parse(String text) {
    return Id.parse(text, PostId::new);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
