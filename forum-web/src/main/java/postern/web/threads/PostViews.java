package postern.web.threads;

import java.util.Optional;
import java.util.Set;
import postern.boards.Board;
import postern.kernel.PostId;
import postern.kernel.Viewer;
import postern.threads.ForumThread;
import postern.threads.Post;
import postern.threads.Seen;
import postern.threads.ThreadPolicy;
import postern.web.People;
import postern.web.Visit;

/** How the posts of one thread look to one viewer. */
final class PostViews {
  private final Visit visit;
  private final Board board;
  private final ForumThread thread;
  private final boolean mayReply;
  private final Marked marked;

  PostViews(Visit visit, Board board, ForumThread thread, boolean mayReply, Marked marked) {
    this.visit = visit;
    this.board = board;
    this.thread = thread;
    this.mayReply = mayReply;
    this.marked = marked;
  }

  /**
   * What the viewer marked.
   *
   * @param seen what they had read before this page
   */
  record Marked(Seen seen, Set<PostId> bookmarks) {}

  PostView view(Post post) {
    var base = "/p/" + post.id();
    boolean mayChange = ThreadPolicy.mayChange(visit.viewer(), board, thread, post);
    return new PostView(
        post.id().toString(),
        post.number(),
        People.name(post.author()),
        visit.when(post.createdAt()),
        post.html(),
        post.deletion().map(PostViews::gone),
        post.editedAt().map(visit::when),
        post.editedAt()
            .filter(_ -> ThreadPolicy.maySeeRevisions(visit.viewer(), board, thread, post))
            .map(_ -> base + "/history"),
        when(mayReply && !post.deleted(), quote(post)),
        when(mayChange, base + "/edit"),
        when(mayChange, base + "/delete"),
        when(ThreadPolicy.mayRestore(visit.viewer(), board, thread, post), base + "/restore"),
        isNew(post),
        visit.guest() || post.deleted()
            ? Optional.empty()
            : Optional.of(BookmarkForm.of(post.id(), marked.bookmarks().contains(post.id()))),
        when(mayFlag(post), base + "/flag"));
  }

  private boolean mayFlag(Post post) {
    return visit.viewer() instanceof Viewer.Member member
        && member.active()
        && !post.deleted()
        && !member.id().equals(post.author().id());
  }

  // Where nothing was read before, everything is new, and saying so helps nobody.
  private boolean isNew(Post post) {
    return marked.seen().upTo(thread.id()) > 0 && marked.seen().unread(thread, post);
  }

  private String quote(Post post) {
    var page = Places.page(thread, Places.lastPage(thread));
    return page + (page.contains("?") ? "&" : "?") + "quote=" + post.id() + "#reply";
  }

  private static String gone(Post.Deletion deletion) {
    var who =
        deletion.byAuthor() ? "Its author deleted this post" : "A moderator deleted this post";
    return deletion.reason().isBlank() ? who + "." : who + ": " + deletion.reason();
  }

  private static Optional<String> when(boolean may, String href) {
    return may ? Optional.of(href) : Optional.empty();
  }
}
