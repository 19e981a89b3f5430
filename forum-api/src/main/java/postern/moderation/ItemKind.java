package postern.moderation;

import java.util.EnumSet;
import java.util.Set;

/** Why something waits for moderators. */
public enum ItemKind {
  /** Readers flagged a post. */
  FLAGGED(Ruling.DISMISS, Ruling.EDIT, Ruling.HIDE, Ruling.WARN, Ruling.SILENCE, Ruling.SUSPEND),
  /** A post is held until somebody approves it. */
  HELD(Ruling.APPROVE, Ruling.HIDE),
  /** A member answered a decision. */
  ANSWERED(Ruling.DISMISS);

  private final Set<Ruling> rulings;

  ItemKind(Ruling first, Ruling... rest) {
    this.rulings = EnumSet.of(first, rest);
  }

  /** What moderators can decide about it. */
  public Set<Ruling> rulings() {
    return EnumSet.copyOf(rulings);
  }
}
