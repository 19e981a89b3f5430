package postern.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** The id of a board. */
public record BoardId(long value) implements Id {
  public BoardId {
    Id.requirePositive(value);
  }

  public static Optional<BoardId> parse(String text) {
    return Id.parse(text, BoardId::new);
  }

  @JsonCreator
  static BoardId of(String text) {
    return parse(text).orElseThrow(IllegalArgumentException::new);
  }

  @Override
  @JsonValue
  public String toString() {
    return Long.toString(value);
  }
}
