package postern.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** The id of a member, or a former author whom nobody has claimed. */
public record MemberId(long value) implements Id {
  public MemberId {
    Id.requirePositive(value);
  }

  public static Optional<MemberId> parse(String text) {
    return Id.parse(text, MemberId::new);
  }

  @JsonCreator
  static MemberId of(String text) {
    return parse(text).orElseThrow(IllegalArgumentException::new);
  }

  @Override
  @JsonValue
  public String toString() {
    return Long.toString(value);
  }
}
