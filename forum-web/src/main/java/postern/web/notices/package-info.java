/**
 * What a member is told, on pages: the list, its marks, the buttons that watch a thread or a board,
 * and the links that end mails of notices.
 *
 * <p>It never shows a notice of what its reader may not see now; the door below leaves those out.
 *
 * <p>Keeps a part of clause 5 of the privacy policy: one click ends each kind.
 */
package postern.web.notices;
