package postern.moderation;

import java.util.Optional;

/** What moderators decide about an item of the queue. */
public enum Ruling {
  /** Nothing is done. */
  DISMISS,
  /** The post gets another text. */
  EDIT,
  /** The post is taken out of sight; a held one is never shown. */
  HIDE,
  WARN,
  SILENCE,
  SUSPEND,
  /** A held post is shown. */
  APPROVE;

  /** The sanction that it puts on the author. */
  public Optional<Sanction> sanction() {
    return switch (this) {
      case WARN -> Optional.of(Sanction.WARN);
      case SILENCE -> Optional.of(Sanction.SILENCE);
      case SUSPEND -> Optional.of(Sanction.SUSPEND);
      case DISMISS, EDIT, HIDE, APPROVE -> Optional.empty();
    };
  }

  boolean needsReason() {
    return this != DISMISS && this != APPROVE;
  }
}
