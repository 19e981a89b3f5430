package postern.web.threads;

import postern.threads.Seam;
import postern.web.Count;
import postern.web.Link;

/** Says where posts came into a thread or left it. */
final class SeamLines {
  private SeamLines() {}

  static ThreadPage.SeamLine of(Seam seam) {
    var posts = Count.of(seam.posts(), "post", "posts").words();
    var to = seam.other().map(thread -> new Link(thread.title(), Places.thread(thread)));
    return new ThreadPage.SeamLine(
        seam.after(),
        switch (seam.kind()) {
          case CAME -> posts + " came here from “" + seam.title().orElse("another thread") + "”.";
          case LEFT -> posts + " moved to " + (to.isPresent() ? "" : "another place.");
        },
        to,
        "Why: " + seam.reason());
  }
}
