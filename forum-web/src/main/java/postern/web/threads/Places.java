package postern.web.threads;

import postern.threads.ForumThread;
import postern.threads.Post;

/** Where threads and posts stand on the site. A page holds the same numbers for ever. */
final class Places {
  static final int POSTS = 20;

  private Places() {}

  static String thread(ForumThread thread) {
    return "/t/" + thread.id() + "/" + thread.slug();
  }

  static String page(ForumThread thread, long page) {
    return page <= 1 ? thread(thread) : thread(thread) + "?page=" + page;
  }

  static String post(ForumThread thread, Post post) {
    return page(thread, pageOf(post.number())) + "#p" + post.id();
  }

  static long pageOf(long number) {
    return Math.max(1, (number + POSTS - 1) / POSTS);
  }

  static long lastPage(ForumThread thread) {
    return pageOf(thread.lastNumber());
  }
}
