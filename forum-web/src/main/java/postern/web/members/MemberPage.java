package postern.web.members;

import java.util.List;
import java.util.Optional;
import postern.web.Count;
import postern.web.Frame;
import postern.web.MemberName;
import postern.web.PageModel;
import postern.web.Pager;
import postern.web.Postern;
import postern.web.When;
import postern.web.WhyNot;
import postern.web.boards.BoardLink;
import postern.web.boards.ListLink;
import postern.web.boards.ThreadRow;

/**
 * {@code GET /m/{username}?show=&after=}: who a member is, and what they wrote that the viewer may
 * read.
 *
 * @param handle the username
 * @param standing what limits them now, in a sentence, when the viewer may know
 * @param postern whether the address is shown to this viewer, in a sentence
 * @param address the address, when its owner elected this viewer to see it; then nothing may keep
 *     the page
 * @param addressSince since when it is shown to this viewer
 * @param write {@code /m/{username}/letter}, when the viewer may write
 * @param whyNoLetter otherwise why not, with what to do; none on one's own page
 * @param limit {@code /m/{username}/sanctions}, for moderators who may put one on them
 * @param own true when the viewer looks at their own page
 * @param views their posts, or the threads that they started
 * @param posts their posts, the newest first
 * @param threads the threads that they started, the newest first, where those were asked for
 */
public record MemberPage(
    Frame frame,
    MemberName name,
    String handle,
    When joined,
    Count postCount,
    Optional<String> standing,
    Postern postern,
    Optional<String> address,
    Optional<When> addressSince,
    Optional<String> write,
    Optional<WhyNot> whyNoLetter,
    boolean own,
    Optional<String> limit,
    List<ListLink> views,
    List<Written> posts,
    List<ThreadRow> threads,
    Pager pager)
    implements PageModel {
  public MemberPage {
    views = List.copyOf(views);
    posts = List.copyOf(posts);
    threads = List.copyOf(threads);
  }

  @Override
  public boolean secret() {
    return address.isPresent();
  }

  public boolean hasPosts() {
    return !posts.isEmpty();
  }

  public boolean hasThreads() {
    return !threads.isEmpty();
  }

  public boolean empty() {
    return posts.isEmpty() && threads.isEmpty();
  }

  /**
   * One post of theirs.
   *
   * @param excerpt its first words, as plain text
   * @param starts true when it started the thread
   */
  public record Written(
      String threadTitle,
      String permalink,
      BoardLink board,
      String excerpt,
      When at,
      boolean starts) {}

  /** Says the address without letting it into a log line. */
  @Override
  public String toString() {
    return "MemberPage[" + handle + "]";
  }
}
