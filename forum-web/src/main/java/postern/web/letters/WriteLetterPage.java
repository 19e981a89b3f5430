package postern.web.letters;

import postern.web.Field;
import postern.web.Frame;
import postern.web.MemberName;
import postern.web.PageModel;
import postern.web.Postern;

/**
 * {@code GET /m/{username}/letter} and, with errors, the answer to its post. It posts to {@code
 * /m/{username}/letter}: {@code csrf}, {@code subject}, {@code body}, and {@code share_address},
 * which is {@code yes} when ticked.
 *
 * @param action {@code /m/{username}/letter}
 * @param fromLine how the sender will stand in the other's mailbox
 * @param postern what the other will see of the sender's address as things stand
 * @param alreadyShared true when an election shows the address to the other anyway
 */
public record WriteLetterPage(
    Frame frame,
    MemberName to,
    String action,
    Field subject,
    Field body,
    boolean shareAddress,
    boolean alreadyShared,
    String fromLine,
    Postern postern)
    implements PageModel {}
