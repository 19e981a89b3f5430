package postern.notices;

import java.time.Instant;
import java.util.Optional;
import postern.accounts.Author;
import postern.kernel.CorrespondenceId;
import postern.moderation.Decision;
import postern.threads.PostLists.PlacedPost;

/** A notice as its owner reads it now. */
public record NoticeView(NoticeId id, NoticeKind kind, Instant at, boolean read, About about) {
  /** What it leads to. */
  public sealed interface About {
    record OfPost(PlacedPost placed) implements About {}

    record OfLetter(CorrespondenceId correspondence, Author from) implements About {}

    record OfDecision(Decision decision) implements About {}
  }

  /** Who caused it; of a decision nobody is told. */
  public Optional<Author> by() {
    return switch (about) {
      case About.OfPost(var placed) -> Optional.of(placed.post().author());
      case About.OfLetter(_, var from) -> Optional.of(from);
      case About.OfDecision _ -> Optional.empty();
    };
  }

  /** The post that it is about, if it is about one. */
  public Optional<PlacedPost> post() {
    return switch (about) {
      case About.OfPost(var placed) -> Optional.of(placed);
      case About.OfLetter _, About.OfDecision _ -> Optional.empty();
    };
  }
}
