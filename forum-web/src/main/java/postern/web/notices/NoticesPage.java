package postern.web.notices;

import java.util.List;
import java.util.Optional;
import postern.web.Frame;
import postern.web.MemberName;
import postern.web.PageModel;
import postern.web.Pager;
import postern.web.When;

/**
 * {@code GET /notices?after=}: what the viewer was told, newest first, with what belongs to one
 * thread together.
 *
 * @param readAll what the button to mark all as read sends as {@code until} to {@code
 *     /notices/read}: nothing that comes after this page was made; none when nothing is unread
 */
public record NoticesPage(Frame frame, List<Group> groups, Optional<String> readAll, Pager pager)
    implements PageModel {
  public NoticesPage {
    groups = List.copyOf(groups);
  }

  public boolean hasNotices() {
    return !groups.isEmpty();
  }

  /**
   * What belongs together.
   *
   * @param title the thread's, or what it is otherwise
   * @param href where its newest notice leads
   * @param by who caused that
   */
  public record Group(String title, String href, MemberName by, boolean unread, List<Line> lines) {
    public Group {
      lines = List.copyOf(lines);
    }
  }

  /**
   * One notice.
   *
   * @param read where its button posts to mark it read; none when it is
   * @param what what they did, in words: answered you
   * @param excerpt the first words of the post, without what it quotes
   */
  public record Line(
      Optional<String> read,
      String by,
      String what,
      String href,
      Optional<String> excerpt,
      When at) {}
}
