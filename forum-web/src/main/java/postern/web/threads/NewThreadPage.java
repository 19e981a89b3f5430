package postern.web.threads;

import java.util.List;
import java.util.Optional;
import postern.threads.SafeHtml;
import postern.web.Field;
import postern.web.Frame;
import postern.web.Link;
import postern.web.PageModel;
import postern.web.boards.BoardLink;

/**
 * {@code GET /b/{id}/new} and, with errors or a preview, the answer to its post. It posts to {@code
 * /b/{id}/new}: {@code csrf}, {@code title}, {@code body}, and {@code action}, which is {@code
 * post}, {@code preview} or {@code draft}.
 *
 * @param action {@code /b/{id}/new}
 * @param similar threads with titles like the one that was typed, in the preview
 * @param draft where what is typed is kept, and whether it was
 */
public record NewThreadPage(
    Frame frame,
    BoardLink board,
    String action,
    Field title,
    Field body,
    Optional<SafeHtml> preview,
    List<Link> similar,
    DraftNote draft)
    implements PageModel {
  public NewThreadPage {
    similar = List.copyOf(similar);
  }

  public boolean hasSimilar() {
    return !similar.isEmpty();
  }
}
