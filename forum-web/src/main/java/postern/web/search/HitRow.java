package postern.web.search;

import postern.threads.SafeHtml;
import postern.web.MemberName;
import postern.web.When;
import postern.web.boards.BoardLink;

/**
 * A post that was found.
 *
 * @param title its thread's, marked
 * @param href the post in its thread
 * @param excerpt the stretch of it in which most of what was looked for stands, marked
 */
public record HitRow(
    SafeHtml title,
    String href,
    BoardLink board,
    MemberName author,
    When posted,
    SafeHtml excerpt) {}
