package postern.web.letters;

import java.util.List;
import java.util.Optional;
import postern.web.Count;
import postern.web.Frame;
import postern.web.PageModel;
import postern.web.When;

/**
 * {@code GET /letters/held}: letters in the viewer's name that nothing proves. Each posts to {@code
 * /letters/held/{id}}: {@code csrf}, {@code answer=yes|no}.
 *
 * @param refused why one could not be sent
 */
public record HeldLettersPage(Frame frame, List<Row> letters, Optional<String> refused)
    implements PageModel {
  public HeldLettersPage {
    letters = List.copyOf(letters);
  }

  public boolean hasLetters() {
    return !letters.isEmpty();
  }

  /**
   * One letter.
   *
   * @param to the member whom it is for
   * @param files how many hang on it, when any do
   */
  public record Row(
      String id, String to, String subject, String text, Optional<Count> files, When held) {}
}
