package postern.web.threads;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import postern.threads.Post;
import postern.threads.SafeHtml;
import postern.threads.ThreadView;
import postern.web.Site;
import postern.web.boards.Crumbs;
import postern.web.members.Excerpts;

/**
 * What search engines read of a thread: schema.org's BreadcrumbList and DiscussionForumPosting, as
 * JSON-LD. It says what the page says to visitors, and names people as the page does.
 */
final class StructuredData {
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
  private static final String CONTEXT = "https://schema.org";

  private StructuredData() {}

  /** A thread's first page. */
  static SafeHtml thread(Site site, ThreadView view, List<Post> posts) {
    var thread = view.thread();
    var crumbs = Crumbs.to(site, view.board());
    Crumbs.add(crumbs, thread.title(), site.origin() + Places.thread(thread));
    var first = posts.getFirst();
    var posting = MAKE.objectNode();
    posting.put("@type", "DiscussionForumPosting");
    posting.put("headline", thread.title());
    posting.put("url", site.origin() + Places.thread(thread));
    written(site, posting, first);
    var replies = posting.putObject("interactionStatistic");
    replies.put("@type", "InteractionCounter");
    replies.put("interactionType", "https://schema.org/CommentAction");
    replies.put("userInteractionCount", thread.replies());
    var comments = posting.putArray("comment");
    posts.stream()
        .skip(1)
        .filter(post -> !post.deleted())
        .forEach(post -> comments.add(comment(site, post)));
    var all = MAKE.objectNode();
    all.put("@context", CONTEXT);
    all.putArray("@graph").add(posting).add(crumbs);
    return SafeHtml.json(all.toString());
  }

  private static ObjectNode comment(Site site, Post post) {
    var comment = MAKE.objectNode();
    comment.put("@type", "Comment");
    comment.put("url", site.origin() + "/p/" + post.id());
    written(site, comment, post);
    return comment;
  }

  private static void written(Site site, ObjectNode in, Post post) {
    in.put("text", Excerpts.of(post.html()));
    in.put("datePublished", post.createdAt().toString());
    post.editedAt().ifPresent(at -> in.put("dateModified", at.toString()));
    var author = in.putObject("author");
    author.put("@type", "Person");
    author.put("name", post.author().erased() ? "former member" : post.author().name());
    if (!post.author().former() && !post.author().erased()) {
      author.put("url", site.origin() + "/m/" + post.author().username());
    }
  }
}
