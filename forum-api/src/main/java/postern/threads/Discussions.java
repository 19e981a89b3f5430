package postern.threads;

import java.time.Duration;

/** The doors of this room, built together. */
public record Discussions(
    Threads threads,
    ThreadLists threadLists,
    Posts posts,
    PostLists postLists,
    Marks marks,
    Seams seams,
    Archives archives,
    Reading reading) {
  public static Discussions of(Ground ground, ThreadLimits limits) {
    var texts = new Texts(ground.accounts()::among, limits);
    ground
        .jobs()
        .every("render-posts-again", Duration.ofMinutes(1), new Refresh(ground, texts)::run);
    var lists = new ThreadLists(ground);
    return new Discussions(
        new Threads(ground, texts),
        lists,
        new Posts(ground, texts),
        new PostLists(ground),
        new Marks(ground, texts),
        new Seams(ground, texts),
        new Archives(ground, limits),
        Reading.of(ground, lists, limits));
  }
}
