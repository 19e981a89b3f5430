package postern.web.threads;

/**
 * The button that bookmarks a post or takes the bookmark away.
 *
 * @param action where it posts; takes {@code csrf}
 * @param on true when the post is bookmarked now
 */
public record BookmarkForm(String action, boolean on) {
  static BookmarkForm of(postern.kernel.PostId post, boolean on) {
    return new BookmarkForm("/bookmarks/" + post + (on ? "/remove" : ""), on);
  }
}
