package postern.search;

import java.time.Instant;
import postern.http.Origin;
import postern.kernel.PostId;
import postern.kernel.Username;
import postern.threads.SafeHtml;

/**
 * A post that was found, as the JSON API writes it.
 *
 * @param title its thread's, as HTML in which what was looked for stands in {@code mark}
 * @param excerpt a stretch of it, as HTML in the same way
 */
record HitJson(
    PostId id,
    int number,
    String url,
    ThreadNamed thread,
    ThreadNamed.Place board,
    Writer author,
    Instant createdAt,
    SafeHtml title,
    SafeHtml excerpt) {
  /** As everywhere in the API: former authors cannot be written to. */
  record Writer(Username username, String displayName, boolean former) {}

  static HitJson of(Hit hit, Origin origin) {
    var post = hit.placed().post();
    var view = hit.placed().thread();
    var author = post.author();
    return new HitJson(
        post.id(),
        post.number(),
        origin.url("/p/" + post.id()),
        ThreadNamed.of(view, origin),
        ThreadNamed.place(view),
        new Writer(author.username(), author.name(), author.former()),
        post.createdAt(),
        hit.title(),
        hit.excerpt());
  }
}
