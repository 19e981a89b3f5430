package postern.web.moderation;

import postern.moderation.Action;
import postern.moderation.FlagReason;
import postern.moderation.QueueItem;
import postern.moderation.Sanction;
import postern.web.Count;

/** Says in words what was done and why something waits. */
final class Words {
  private Words() {}

  /** As the log has it. */
  static String done(Action action) {
    return switch (action) {
      case LOCK -> "A thread was locked";
      case UNLOCK -> "A thread was opened again";
      case PIN -> "A thread was pinned";
      case UNPIN -> "A thread was unpinned";
      case HIDE -> "A thread was hidden";
      case SHOW -> "A thread was shown again";
      case MOVE -> "A thread was moved";
      case MOVE_BACK -> "A thread was moved back";
      case MERGE -> "Threads were merged";
      case SPLIT -> "A thread was split";
      case RETITLE -> "A thread got another title";
      case EDIT_POST -> "A post was edited";
      case DELETE_POST -> "A post was taken out of sight";
      case RESTORE_POST -> "A post was brought back";
      case WARN -> "A member was warned";
      case SILENCE -> "A member was silenced";
      case SUSPEND -> "A member was suspended";
      case LIFT -> "A silence or suspension was ended";
      case DISMISS -> "Flags were dismissed";
      case APPROVE -> "A held post was let through";
      case REFUSE -> "A held post was refused";
      case UPHOLD -> "An answer was read, and the decision stays";
    };
  }

  /** As whom it concerns reads it. */
  static String toMember(Action action) {
    return switch (action) {
      case LOCK -> "Your thread was locked";
      case UNLOCK -> "Your thread was opened again";
      case PIN -> "Your thread was pinned";
      case UNPIN -> "Your thread was unpinned";
      case HIDE -> "Your thread was hidden";
      case SHOW -> "Your thread was shown again";
      case MOVE -> "Your thread was moved";
      case MOVE_BACK -> "Your thread was moved back";
      case MERGE -> "Your thread was merged with another";
      case SPLIT -> "Your thread was split";
      case RETITLE -> "Your thread got another title";
      case EDIT_POST -> "Your post was edited";
      case DELETE_POST -> "Your post was taken out of sight";
      case RESTORE_POST -> "Your post was brought back";
      case WARN -> "You were warned";
      case SILENCE -> "You were silenced: you can read, but not write";
      case SUSPEND -> "Your account was suspended";
      case LIFT -> "Your silence or suspension was ended";
      case REFUSE -> "Your post was not let through";
      case DISMISS, APPROVE, UPHOLD -> done(action);
    };
  }

  static String what(QueueItem item) {
    return switch (item.kind()) {
      case FLAGGED -> "Flagged by " + Count.of(item.flags(), "member", "members").words();
      case HELD -> "Held until somebody approves it";
      case ANSWERED -> "A member answered a decision";
    };
  }

  static String said(QueueItem.Said said) {
    return said.note().isEmpty()
        ? said.reason().words() + "."
        : said.reason().words() + ": " + said.note();
  }

  static String title(Sanction kind) {
    return switch (kind) {
      case WARN -> "Warn: they are told, and nothing else";
      case SILENCE -> "Silence: they read, but write nothing";
      case SUSPEND -> "Suspend: they can only see why, and leave";
    };
  }

  static String word(FlagReason reason) {
    return reason.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
