package postern.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** The id of a thread. */
public record ThreadId(long value) implements Id {
  public ThreadId {
    Id.requirePositive(value);
  }

  public static Optional<ThreadId> parse(String text) {
    return Id.parse(text, ThreadId::new);
  }

  @JsonCreator
  static ThreadId of(String text) {
    return parse(text).orElseThrow(IllegalArgumentException::new);
  }

  @Override
  @JsonValue
  public String toString() {
    return Long.toString(value);
  }
}
