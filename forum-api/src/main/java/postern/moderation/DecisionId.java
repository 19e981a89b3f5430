package postern.moderation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import postern.kernel.Id;

/** The id of a decision: of an entry in the log. */
public record DecisionId(long value) implements Id {
  public DecisionId {
    Id.requirePositive(value);
  }

  public static Optional<DecisionId> parse(String text) {
    return Id.parse(text, DecisionId::new);
  }

  @JsonCreator
  static DecisionId of(String text) {
    return parse(text).orElseThrow(IllegalArgumentException::new);
  }

  @Override
  @JsonValue
  public String toString() {
    return Long.toString(value);
  }
}
