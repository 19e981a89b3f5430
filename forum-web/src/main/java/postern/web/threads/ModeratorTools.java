package postern.web.threads;

import java.util.List;
import postern.web.Choice;

/**
 * A moderator's forms for a thread. Each posts {@code csrf} and {@code reason}: {@code
 * /t/{id}/lock} or {@code /t/{id}/unlock}, {@code /t/{id}/pin} or {@code /t/{id}/unpin}, {@code
 * /t/{id}/hide} or {@code /t/{id}/unhide}; {@code /t/{id}/move} also posts {@code board}, a board's
 * id.
 *
 * @param base {@code /t/{id}}
 * @param boards where the thread can be moved, the present one left out
 */
public record ModeratorTools(
    String base, boolean locked, boolean pinned, boolean hidden, List<Choice> boards) {
  public ModeratorTools {
    boards = List.copyOf(boards);
  }

  public boolean movable() {
    return !boards.isEmpty();
  }
}
