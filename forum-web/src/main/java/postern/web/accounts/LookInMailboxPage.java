package postern.web.accounts;

import postern.web.Frame;
import postern.web.PageModel;

/**
 * {@code GET /sign-up/sent} and {@code GET /forgotten/sent}: look into your mailbox. The same
 * whether or not the address is known.
 *
 * @param forPassword true after a forgotten password, false after a sign-up
 * @param life how long the link in the mail holds, in words: 2 days
 */
public record LookInMailboxPage(Frame frame, boolean forPassword, String life)
    implements PageModel {}
