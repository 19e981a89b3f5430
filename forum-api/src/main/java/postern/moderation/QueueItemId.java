package postern.moderation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import postern.kernel.Id;

/** The id of an item in the moderators' queue. */
public record QueueItemId(long value) implements Id {
  public QueueItemId {
    Id.requirePositive(value);
  }

  public static Optional<QueueItemId> parse(String text) {
    return Id.parse(text, QueueItemId::new);
  }

  @JsonCreator
  static QueueItemId of(String text) {
    return parse(text).orElseThrow(IllegalArgumentException::new);
  }

  @Override
  @JsonValue
  public String toString() {
    return Long.toString(value);
  }
}
