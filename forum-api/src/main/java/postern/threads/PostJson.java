package postern.threads;

import java.time.Instant;
import postern.http.Origin;
import postern.kernel.PostId;
import postern.kernel.ThreadId;

/**
 * A post as the JSON API writes it. What was deleted has neither body nor html, except for
 * moderators.
 */
record PostJson(
    PostId id,
    ThreadId thread,
    int number,
    String url,
    AuthorJson author,
    String format,
    String body,
    String html,
    Instant createdAt,
    Instant editedAt,
    boolean deleted) {
  static PostJson of(Post post, Origin origin) {
    boolean gone = post.deleted() && post.body().isEmpty();
    return new PostJson(
        post.id(),
        post.thread(),
        post.number(),
        origin.url("/p/" + post.id()),
        AuthorJson.of(post.author()),
        ApiWords.of(post.format()),
        gone ? null : post.body(),
        gone ? null : post.html().html(),
        post.createdAt(),
        post.editedAt().orElse(null),
        post.deleted());
  }
}
