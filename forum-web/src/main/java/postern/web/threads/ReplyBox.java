package postern.web.threads;

import java.util.Optional;
import postern.threads.SafeHtml;
import postern.web.Field;

/**
 * Where a reply is written. It posts to {@code /t/{id}/reply}: {@code csrf}, {@code body}, and
 * {@code action}, which is {@code post}, {@code preview} or {@code draft}. A preview shows the
 * thread's last page again with the text and how it will look.
 *
 * @param body the field {@code body}
 * @param draft where what is typed is kept, and whether it was
 * @param preview how the text will look, after the viewer asked for it
 */
public record ReplyBox(String action, Field body, Optional<SafeHtml> preview, DraftNote draft) {}
