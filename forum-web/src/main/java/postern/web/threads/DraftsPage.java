package postern.web.threads;

import java.util.List;
import java.util.Optional;
import postern.web.Frame;
import postern.web.PageModel;
import postern.web.When;

/** {@code GET /drafts}: what the viewer began to write, the last saved first. */
public record DraftsPage(Frame frame, List<Row> drafts) implements PageModel {
  public DraftsPage {
    drafts = List.copyOf(drafts);
  }

  public boolean some() {
    return !drafts.isEmpty();
  }

  @Override
  public String toString() {
    return "DraftsPage[]";
  }

  /**
   * One draft.
   *
   * @param what whether it is a reply or a thread, and where
   * @param href where it is gone on with; none when the viewer may no longer write there
   * @param excerpt its first words
   * @param forget where it is ended; takes {@code csrf}
   */
  public record Row(
      String title,
      String what,
      Optional<String> href,
      String excerpt,
      When saved,
      String forget) {}
}
