package postern.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** The id of a post. */
public record PostId(long value) implements Id {
  public PostId {
    Id.requirePositive(value);
  }

  public static Optional<PostId> parse(String text) {
    return Id.parse(text, PostId::new);
  }

  @JsonCreator
  static PostId of(String text) {
    return parse(text).orElseThrow(IllegalArgumentException::new);
  }

  @Override
  @JsonValue
  public String toString() {
    return Long.toString(value);
  }
}
