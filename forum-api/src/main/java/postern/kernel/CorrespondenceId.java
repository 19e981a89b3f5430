package postern.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** The id of the pair of two members who write to each other. */
public record CorrespondenceId(long value) implements Id {
  public CorrespondenceId {
    Id.requirePositive(value);
  }

  public static Optional<CorrespondenceId> parse(String text) {
    return Id.parse(text, CorrespondenceId::new);
  }

  @JsonCreator
  static CorrespondenceId of(String text) {
    return parse(text).orElseThrow(IllegalArgumentException::new);
  }

  @Override
  @JsonValue
  public String toString() {
    return Long.toString(value);
  }
}
