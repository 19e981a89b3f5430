package postern.web.threads;

import java.util.Optional;
import postern.kernel.Viewer;
import postern.threads.ForumThread;
import postern.threads.HeldPost;
import postern.web.Link;
import postern.web.People;
import postern.web.Visit;
import postern.web.boards.BoardLinks;

/** How posts that wait look to one viewer. */
final class HeldViews {
  private final Visit visit;

  HeldViews(Visit visit) {
    this.visit = visit;
  }

  HeldView view(HeldPost post) {
    var base = "/held/" + post.id();
    boolean own =
        visit.viewer() instanceof Viewer.Member member && member.id().equals(post.author().id());
    boolean theirs = visit.viewer().moderates(post.board().id());
    return new HeldView(
        post.id().toString(),
        People.name(post.author()),
        visit.when(post.writtenAt()),
        place(post),
        post.thread().isEmpty() ? Optional.of(post.title()) : Optional.empty(),
        post.html(),
        words(post),
        when(theirs && post.refusal().isEmpty(), why(post.why())),
        when(theirs && post.refusal().isEmpty(), base + "/approve"),
        when(theirs && post.refusal().isEmpty(), base + "/refuse"),
        when(own, base + "/withdraw"));
  }

  private static Link place(HeldPost post) {
    return post.thread()
        .map((ForumThread thread) -> new Link(thread.title(), Places.thread(thread)))
        .orElseGet(
            () -> {
              var board = BoardLinks.of(post.board());
              return new Link(board.title(), board.href());
            });
  }

  private static String words(HeldPost post) {
    return post.refusal()
        .map(refusal -> "A moderator did not let this post stand: " + refusal.reason())
        .orElse("Waits for a moderator. Until then nobody but its author and moderators sees it.");
  }

  private static String why(HeldPost.Why why) {
    return switch (why) {
      case WORD -> "A word stands in it that administrators listed.";
      case FIRST_POSTS -> "It is one of the first posts of a new member.";
      case LINKS -> "It has many links for a member who is not here for long.";
      case REPEATED -> "The same text was written here lately.";
    };
  }

  private static Optional<String> when(boolean may, String words) {
    return may ? Optional.of(words) : Optional.empty();
  }
}
