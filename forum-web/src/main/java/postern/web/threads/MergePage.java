package postern.web.threads;

import postern.web.Field;
import postern.web.Frame;
import postern.web.PageModel;

/**
 * {@code GET /t/{id}/moderate/merge} and, with errors, the answer to its post. It posts to the same
 * address: {@code csrf}, {@code into} (the other thread's address, or the number in it), {@code
 * reason}.
 *
 * @param thread {@code /t/{id}/{slug}}
 */
public record MergePage(
    Frame frame, String title, String thread, String action, Field into, Field reason)
    implements PageModel {}
