package postern.web.threads;

import java.util.Optional;
import postern.threads.SafeHtml;
import postern.web.Field;
import postern.web.Frame;
import postern.web.PageModel;

/**
 * {@code GET /p/{id}/edit} and, with errors or a preview, the answer to its post. It posts to
 * {@code /p/{id}/edit}: {@code csrf}, {@code body}, {@code version} (the version that was edited,
 * so that nobody's change is overwritten), {@code title} where the first post of a thread is
 * edited, and {@code action}, which is {@code save} or {@code preview}.
 *
 * @param action {@code /p/{id}/edit}
 * @param permalink {@code /p/{id}}
 * @param title only for the first post of a thread
 * @param othersPost true when a moderator edits what somebody else wrote
 */
public record EditPostPage(
    Frame frame,
    String threadTitle,
    String action,
    String permalink,
    String version,
    Optional<Field> title,
    Field body,
    boolean othersPost,
    Optional<SafeHtml> preview)
    implements PageModel {}
