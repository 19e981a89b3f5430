package postern.sessions;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import postern.kernel.Id;

/** The id of a session, for listing and ending it; it opens nothing. */
public record SessionId(long value) implements Id {
  public SessionId {
    Id.requirePositive(value);
  }

  public static Optional<SessionId> parse(String text) {
    return Id.parse(text, SessionId::new);
  }

  @Override
  @JsonValue
  public String toString() {
    return Long.toString(value);
  }
}
