package postern.web.letters;

import postern.web.Field;
import postern.web.Frame;
import postern.web.MemberName;
import postern.web.PageModel;

/**
 * {@code GET /letters/{id}/report/{letterId}}. It posts to the same address: {@code csrf}, {@code
 * reason}.
 *
 * @param action {@code /letters/{id}/report/{letterId}}
 * @param back {@code /letters/{id}}
 * @param kept false when the site does not hold the text, so that moderators see only the report
 */
public record ReportLetterPage(
    Frame frame,
    MemberName by,
    String subject,
    String action,
    String back,
    Field reason,
    boolean kept)
    implements PageModel {}
