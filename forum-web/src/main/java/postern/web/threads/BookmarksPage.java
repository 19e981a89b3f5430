package postern.web.threads;

import java.util.List;
import postern.web.Frame;
import postern.web.MemberName;
import postern.web.PageModel;
import postern.web.Pager;
import postern.web.When;
import postern.web.boards.BoardLink;

/**
 * {@code GET /bookmarks?after=}: the posts that the viewer bookmarked, the newest bookmark first.
 */
public record BookmarksPage(Frame frame, List<Kept> kept, Pager pager) implements PageModel {
  public BookmarksPage {
    kept = List.copyOf(kept);
  }

  public boolean some() {
    return !kept.isEmpty();
  }

  /**
   * One post.
   *
   * @param excerpt its first words, as plain text
   * @param remove {@code /bookmarks/{id}/remove}, which takes {@code csrf}
   */
  public record Kept(
      String threadTitle,
      String permalink,
      BoardLink board,
      MemberName author,
      String excerpt,
      When written,
      String remove) {}
}
