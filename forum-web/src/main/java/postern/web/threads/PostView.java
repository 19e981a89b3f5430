package postern.web.threads;

import java.util.Optional;
import postern.threads.SafeHtml;
import postern.web.MemberName;
import postern.web.When;

/**
 * One post in its thread.
 *
 * @param id the post's id; its permalink is {@code /p/{id}} and its place on the page {@code
 *     #p{id}}
 * @param html what was written; for a deleted post, empty
 * @param gone why the text is not shown, for deleted and hidden posts; a moderator sees the text
 *     beside it
 * @param edited when it was last edited, where it was
 * @param history {@code /p/{id}/history}, where there are versions that the viewer may see
 * @param quote the thread's page with {@code ?quote={id}#reply}, when the viewer may reply
 * @param edit {@code /p/{id}/edit}, when the viewer may edit
 * @param delete {@code /p/{id}/delete}, when the viewer may delete it: posts {@code csrf}, {@code
 *     reason}
 * @param restore {@code /p/{id}/restore}, when the viewer may bring it back: posts {@code csrf}
 * @param unread true when the viewer has not seen it
 * @param flag {@code /p/{id}/flag}, for a member, where it is not their own
 * @param bookmark for a member, the button to bookmark it
 */
public record PostView(
    String id,
    long number,
    MemberName author,
    When at,
    SafeHtml html,
    Optional<String> gone,
    Optional<When> edited,
    Optional<String> history,
    Optional<String> quote,
    Optional<String> edit,
    Optional<String> delete,
    Optional<String> restore,
    boolean unread,
    Optional<BookmarkForm> bookmark,
    Optional<String> flag) {
  public String permalink() {
    return "/p/" + id;
  }

  public boolean hasMenu() {
    return delete.isPresent() || restore.isPresent();
  }
}
