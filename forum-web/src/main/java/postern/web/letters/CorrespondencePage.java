package postern.web.letters;

import java.util.List;
import java.util.Optional;
import postern.web.Field;
import postern.web.Frame;
import postern.web.MemberName;
import postern.web.PageModel;
import postern.web.Pager;
import postern.web.Postern;
import postern.web.When;

/**
 * {@code GET /letters/{id}?before=}: the letters between the viewer and one other member, the
 * oldest of the page first.
 *
 * @param base {@code /letters/{id}}; forms post {@code csrf} to {@code {base}/block}, {@code
 *     {base}/unblock}, {@code {base}/renew}, and {@code {base}/keep} with {@code keep}, which is
 *     {@code yes} or {@code no}
 * @param theySee what the other sees of the viewer's address
 * @param youSee what the viewer sees of the other's
 * @param address the other's address, when elected for the viewer; then nothing may keep the page
 * @param mask the masked address at which the viewer reaches the other by mail; none when it is
 *     closed
 * @param answer the box, when the viewer may answer
 * @param whyNoAnswer otherwise why not, with what to do
 * @param blocked true when the viewer blocked the other
 * @param kept true when the letters' text is kept on the site for the viewer
 */
public record CorrespondencePage(
    Frame frame,
    MemberName with,
    String base,
    Postern theySee,
    Postern youSee,
    Optional<String> address,
    Optional<String> mask,
    List<LetterView> letters,
    Pager pager,
    Optional<Answer> answer,
    Optional<String> whyNoAnswer,
    boolean blocked,
    boolean kept)
    implements PageModel {
  public CorrespondencePage {
    letters = List.copyOf(letters);
  }

  @Override
  public boolean secret() {
    return true;
  }

  @Override
  public String toString() {
    return "CorrespondencePage[" + base + "]";
  }

  /**
   * Where an answer is written. It posts to {@code /letters/{id}}: {@code csrf}, {@code body}.
   *
   * @param fromLine how the sender will stand in the other's mailbox
   */
  public record Answer(Field body, String fromLine) {}

  /**
   * One letter.
   *
   * @param text what was written, as plain text; none when it is not kept
   * @param report {@code /letters/{id}/report/{letterId}}, for letters that the viewer received
   * @param own true when the viewer wrote it
   */
  public record LetterView(
      String id,
      MemberName by,
      When at,
      String subject,
      Optional<String> text,
      Travel travel,
      Optional<String> report,
      boolean reported,
      boolean own,
      boolean unread) {}
}
