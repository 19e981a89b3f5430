package postern.notices;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import postern.kernel.Id;

/** The id of a notice; it means something to its owner alone. */
public record NoticeId(long value) implements Id {
  public NoticeId {
    Id.requirePositive(value);
  }

  public static Optional<NoticeId> parse(String text) {
    return Id.parse(text, NoticeId::new);
  }

  @Override
  @JsonValue
  public String toString() {
    return Long.toString(value);
  }
}
