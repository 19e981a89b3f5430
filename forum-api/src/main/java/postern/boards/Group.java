package postern.boards;

import java.time.Instant;
import postern.kernel.GroupId;

/** Members under one name, for the boards that are theirs. */
public record Group(GroupId id, String name, Instant createdAt) {
  public static final int LONGEST_NAME = 60;
}
