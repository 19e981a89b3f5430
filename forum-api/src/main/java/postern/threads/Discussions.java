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
    HeldPosts heldPosts,
    HeldWords heldWords,
    Archives archives,
    Reading reading,
    Findables findables) {
  public static Discussions of(Ground ground, ThreadLimits limits) {
    var texts = new Texts(ground.accounts()::among, limits);
    ground
        .jobs()
        .every("render-posts-again", Duration.ofMinutes(1), new Refresh(ground, texts)::run);
    var screening = new Screening(ground, limits.trust());
    var held = new HeldPosts(ground, texts);
    ground.jobs().every("sweep-text-prints", Duration.ofHours(1), screening::sweep);
    ground.jobs().every("sweep-refused-posts", Duration.ofHours(6), held::sweep);
    var lists = new ThreadLists(ground);
    return new Discussions(
        new Threads(ground, texts, screening),
        lists,
        new Posts(ground, texts, screening),
        new PostLists(ground),
        new Marks(ground, texts),
        new Seams(ground, texts),
        held,
        new HeldWords(ground),
        new Archives(ground, limits),
        Reading.of(ground, lists, limits),
        new Findables());
  }
}
