package postern.threads;

import postern.boards.Board;
import postern.boards.BoardPolicy;
import postern.kernel.MemberId;
import postern.kernel.Viewer;

/**
 * Who may do what with a thread and its posts: pure functions. The board must be the thread's own.
 */
public final class ThreadPolicy {
  private ThreadPolicy() {}

  public static boolean maySee(Viewer viewer, Board board, ForumThread thread) {
    return BoardPolicy.mayRead(viewer, board) && (thread.listed() || mayModerate(viewer, thread));
  }

  public static boolean mayReply(Viewer viewer, Board board, ForumThread thread) {
    return maySee(viewer, board, thread)
        && BoardPolicy.mayReply(viewer, board)
        && (!thread.locked() || mayModerate(viewer, thread));
  }

  /** Lock, pin, hide, move; restore posts; see what was deleted and the log. */
  public static boolean mayModerate(Viewer viewer, ForumThread thread) {
    return viewer.moderates(thread.board());
  }

  /**
   * @param starter whose thread it is: for a claimed former author, the member who claimed it
   */
  public static boolean mayRetitle(
      Viewer viewer, Board board, ForumThread thread, MemberId starter) {
    return maySee(viewer, board, thread)
        && (mayModerate(viewer, thread)
            || (viewer instanceof Viewer.Member member
                && member.active()
                && member.id().equals(starter)
                && !thread.locked()));
  }

  /**
   * Edit or delete: its author while the thread is open, or a moderator. A deleted post is restored
   * first.
   */
  public static boolean mayChange(Viewer viewer, Board board, ForumThread thread, Post post) {
    return maySee(viewer, board, thread)
        && !post.deleted()
        && (mayModerate(viewer, thread) || (owns(viewer, post) && !thread.locked()));
  }

  public static boolean mayRestore(Viewer viewer, Board board, ForumThread thread, Post post) {
    return maySee(viewer, board, thread) && post.deleted() && mayModerate(viewer, thread);
  }

  /** Earlier versions: its author's and the moderators' business. */
  public static boolean maySeeRevisions(Viewer viewer, Board board, ForumThread thread, Post post) {
    return maySee(viewer, board, thread)
        && (mayModerate(viewer, thread) || (owns(viewer, post) && !post.deleted()));
  }

  static boolean owns(Viewer viewer, Post post) {
    return viewer instanceof Viewer.Member member
        && member.active()
        && member.id().equals(post.author().id());
  }
}
