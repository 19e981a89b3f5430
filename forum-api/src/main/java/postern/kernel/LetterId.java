package postern.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** The id of a letter. */
public record LetterId(long value) implements Id {
  public LetterId {
    Id.requirePositive(value);
  }

  public static Optional<LetterId> parse(String text) {
    return Id.parse(text, LetterId::new);
  }

  @JsonCreator
  static LetterId of(String text) {
    return parse(text).orElseThrow(IllegalArgumentException::new);
  }

  @Override
  @JsonValue
  public String toString() {
    return Long.toString(value);
  }
}
