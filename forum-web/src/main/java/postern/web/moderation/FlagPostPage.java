package postern.web.moderation;

import java.util.List;
import java.util.Optional;
import postern.web.Choice;
import postern.web.Field;
import postern.web.Frame;
import postern.web.MemberName;
import postern.web.PageModel;

/**
 * {@code GET /p/{id}/flag}. It posts to the same address: {@code csrf}, {@code reason}, {@code
 * note}.
 *
 * @param problem that no reason was chosen
 */
public record FlagPostPage(
    Frame frame,
    MemberName author,
    String threadTitle,
    String permalink,
    String action,
    List<Choice> reasons,
    Optional<String> problem,
    Field note)
    implements PageModel {
  public FlagPostPage {
    reasons = List.copyOf(reasons);
  }

  /** The same with one sentence above the choices. */
  FlagPostPage saying(String words) {
    return new FlagPostPage(
        frame, author, threadTitle, permalink, action, reasons, Optional.of(words), note);
  }
}
