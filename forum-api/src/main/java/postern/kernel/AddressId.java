package postern.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** The id of a real address in the vault; says nothing about the address. */
public record AddressId(long value) implements Id {
  public AddressId {
    Id.requirePositive(value);
  }

  public static Optional<AddressId> parse(String text) {
    return Id.parse(text, AddressId::new);
  }

  @JsonCreator
  static AddressId of(String text) {
    return parse(text).orElseThrow(IllegalArgumentException::new);
  }

  @Override
  @JsonValue
  public String toString() {
    return Long.toString(value);
  }
}
