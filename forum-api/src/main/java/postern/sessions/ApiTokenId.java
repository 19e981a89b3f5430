package postern.sessions;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import postern.kernel.Id;

/** The id of an API token, for listing and ending it; it opens nothing. */
public record ApiTokenId(long value) implements Id {
  public ApiTokenId {
    Id.requirePositive(value);
  }

  public static Optional<ApiTokenId> parse(String text) {
    return Id.parse(text, ApiTokenId::new);
  }

  @Override
  @JsonValue
  public String toString() {
    return Long.toString(value);
  }
}
