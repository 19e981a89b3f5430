package postern.boards;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import postern.kernel.BoardId;
import postern.kernel.Viewer;

/**
 * How much stands on a board; the room of threads says it.
 *
 * @param lastPostAt when it was last written in, if ever
 */
public record Figures(int threads, int posts, Optional<Instant> lastPostAt) {
  public static final Figures NONE = new Figures(0, 0, Optional.empty());

  /** Tells the figures of the boards that a viewer may read. */
  @FunctionalInterface
  public interface Source {
    Map<BoardId, Figures> of(Viewer viewer);
  }
}
