package postern.web.letters;

import java.util.List;
import java.util.Optional;
import postern.web.Count;
import postern.web.Frame;
import postern.web.MemberName;
import postern.web.PageModel;
import postern.web.Pager;
import postern.web.When;

/**
 * {@code GET /letters?after=}: the viewer's correspondences, unread first, then by their last
 * letter.
 *
 * @param kept false when the viewer has letters sent on by mail only and keeps none here
 * @param asked true when letters wait for the viewer to say whether they wrote them
 */
public record LettersPage(
    Frame frame, List<Row> correspondences, boolean kept, boolean asked, Pager pager)
    implements PageModel {
  public LettersPage {
    correspondences = List.copyOf(correspondences);
  }

  public boolean hasLetters() {
    return !correspondences.isEmpty();
  }

  /**
   * One correspondence.
   *
   * @param href {@code /letters/{id}}
   * @param subject the subject of its last letter
   * @param excerpt the first words of it, when it is kept
   * @param state what is to know about it, in a word: blocked, held
   */
  public record Row(
      String href,
      MemberName with,
      String subject,
      Optional<String> excerpt,
      When last,
      Count letters,
      boolean unread,
      Optional<String> state) {}
}
