package postern.kernel;

import java.util.Optional;

/** The id of a named group of members. */
public record GroupId(long value) implements Id {
  public GroupId {
    Id.requirePositive(value);
  }

  public static Optional<GroupId> parse(String text) {
    return Id.parse(text, GroupId::new);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
