package postern.kernel;

import java.util.Optional;

/** The id of a board. */
public record BoardId(long value) implements Id {
  public BoardId {
    Id.requirePositive(value);
  }

  public static Optional<BoardId> parse(String text) {
    return Id.parse(text, BoardId::new);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
