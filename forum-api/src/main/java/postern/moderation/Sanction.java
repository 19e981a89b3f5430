package postern.moderation;

import postern.kernel.Standing;

/** What can be put on a member. */
public enum Sanction {
  /** Told, and nothing else. */
  WARN(Standing.ACTIVE, Action.WARN),
  SILENCE(Standing.SILENCED, Action.SILENCE),
  SUSPEND(Standing.SUSPENDED, Action.SUSPEND);

  private final Standing standing;
  private final Action action;

  Sanction(Standing standing, Action action) {
    this.standing = standing;
    this.action = action;
  }

  /** Whether it holds for a time. */
  public boolean hasTerm() {
    return this != WARN;
  }

  Standing standing() {
    return standing;
  }

  Action action() {
    return action;
  }
}
