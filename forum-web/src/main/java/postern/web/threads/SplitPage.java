package postern.web.threads;

import java.util.List;
import java.util.Optional;
import postern.web.Choice;
import postern.web.Field;
import postern.web.Frame;
import postern.web.MemberName;
import postern.web.PageModel;
import postern.web.Pager;

/**
 * {@code GET /t/{id}/moderate/split?page=N} and, with errors, the answer to its post. It posts to
 * the same address: {@code csrf}, {@code post} (a post's id, once for each), {@code rest} ({@code
 * yes}: also all posts after the last chosen one), {@code title}, {@code board}, {@code reason}.
 *
 * @param thread {@code /t/{id}/{slug}}
 * @param posts those of one page of the thread, without its first post
 * @param problem what is wrong with the choice of posts
 */
public record SplitPage(
    Frame frame,
    String oldTitle,
    String thread,
    String action,
    List<Row> posts,
    boolean rest,
    Optional<String> problem,
    Field title,
    List<Choice> boards,
    Field reason,
    Pager pager)
    implements PageModel {
  public SplitPage {
    posts = List.copyOf(posts);
    boards = List.copyOf(boards);
  }

  public boolean hasPosts() {
    return !posts.isEmpty();
  }

  /** One post to choose. */
  public record Row(String id, long number, MemberName author, String excerpt, boolean chosen) {}
}
