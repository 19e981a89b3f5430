package postern.web.boards;

import java.util.List;
import java.util.Optional;
import postern.web.Count;
import postern.web.Discovery;
import postern.web.Frame;
import postern.web.MemberName;
import postern.web.PageModel;
import postern.web.When;

/**
 * {@code GET /}: the boards, and the threads that were last written in.
 *
 * @param welcome the site's own words at the top; none hides them
 * @param sinceLastVisit for a member, how many threads were written in since then
 * @param newThread where the first thread can be started, when the viewer may start one
 * @param news where a script asks what came since, on a list that begins with the newest
 * @param discovery what programs find
 */
public record FrontPage(
    Frame frame,
    Optional<String> welcome,
    List<BoardRow> boards,
    List<ThreadRow> latest,
    Optional<Count> sinceLastVisit,
    Optional<String> newThread,
    Optional<String> news,
    Discovery discovery)
    implements PageModel {
  public FrontPage {
    boards = List.copyOf(boards);
    latest = List.copyOf(latest);
  }

  public boolean hasBoards() {
    return !boards.isEmpty();
  }

  public boolean hasThreads() {
    return !latest.isEmpty();
  }

  /** One board with what it holds. */
  public record BoardRow(
      String title,
      String href,
      String description,
      Count threads,
      Count posts,
      Optional<LastPost> last,
      boolean unread,
      Optional<String> restriction) {}

  /** The newest post of a board. */
  public record LastPost(String title, String href, MemberName by, When at) {}
}
