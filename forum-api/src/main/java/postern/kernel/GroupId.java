package postern.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** The id of a named group of members. */
public record GroupId(long value) implements Id {
  public GroupId {
    Id.requirePositive(value);
  }

  public static Optional<GroupId> parse(String text) {
    return Id.parse(text, GroupId::new);
  }

  @JsonCreator
  static GroupId of(String text) {
    return parse(text).orElseThrow(IllegalArgumentException::new);
  }

  @Override
  @JsonValue
  public String toString() {
    return Long.toString(value);
  }
}
