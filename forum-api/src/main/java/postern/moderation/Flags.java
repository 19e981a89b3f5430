package postern.moderation;

import java.util.Optional;
import postern.http.RateLimits;
import postern.kernel.PostId;
import postern.kernel.Viewer;
import postern.storage.Tx;
import postern.threads.PostLists.PlacedPost;

/**
 * Shows a post to the moderators. They learn how many did so and what they said, never who, and
 * nobody knows it any more once the item is decided.
 */
public final class Flags {
  private final Bench bench;
  private final ModerationSettings settings;

  Flags(Bench bench, ModerationSettings settings) {
    this.bench = bench;
    this.settings = settings;
  }

  /**
   * Flags a post that the viewer may read, once while it waits; again is the same.
   *
   * @param note one line of at most 500 characters; only for {@link FlagReason#OTHER} it is needed
   */
  public Flagged flag(Viewer viewer, PostId id, FlagReason reason, String note) {
    if (!(viewer instanceof Viewer.Member by) || !by.active()) {
      return new Flagged.NotAllowed();
    }
    var line = reason == FlagReason.OTHER ? Bench.reason(note) : Bench.perhapsReason(note);
    return bench
        .database()
        .write(
            tx -> {
              var found = bench.discussions().postLists().among(tx, by, java.util.List.of(id));
              if (!found.containsKey(id)) {
                return new Flagged.NotFound();
              }
              return line.isEmpty()
                  ? new Flagged.BadNote(Bench.REASON_CHARACTERS)
                  : flag(tx, by, found.get(id), reason, line.get());
            });
  }

  private Flagged flag(Tx tx, Viewer.Member by, PlacedPost placed, FlagReason reason, String note) {
    var post = placed.post();
    if (post.author().id().equals(by.id())) {
      return new Flagged.OwnPost();
    }
    if (post.deleted()) {
      return new Flagged.PostGone();
    }
    return switch (bench.rates().take(tx, settings.flags(), by.id().toString())) {
      case RateLimits.Taken.TooMany(var wait) -> new Flagged.TooSoon(wait);
      case RateLimits.Taken.Allowed _ -> {
        var where =
            new Arrivals.Standing(
                post.id(),
                Optional.of(post.thread()),
                placed.thread().board().id(),
                post.author().id());
        bench.arrivals().flag(tx, where, by.id(), reason, note);
        yield new Flagged.Done();
      }
    };
  }
}
