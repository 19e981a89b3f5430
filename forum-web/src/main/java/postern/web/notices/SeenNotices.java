package postern.web.notices;

import java.util.List;
import postern.threads.Post;
import postern.web.Desk;
import postern.web.Me;
import postern.web.Visit;

/** Marks as read what tells of posts that stand on a page before its reader. */
public final class SeenNotices {
  private SeenNotices() {}

  public static void mark(Desk desk, Visit visit, List<Post> posts) {
    if (visit.me().filter(Me::hasUnreadNotices).isPresent()) {
      desk.forum().notices().saw(visit.member(), posts.stream().map(Post::id).toList());
    }
  }
}
