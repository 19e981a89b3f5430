package postern.moderation;

import postern.threads.LogEntry;

/** What was done, as the log has it. */
public enum Action {
  LOCK(true, true),
  UNLOCK(true, true),
  PIN(true, false),
  UNPIN(true, false),
  HIDE(true, true),
  SHOW(true, true),
  MOVE(true, true),
  MOVE_BACK(true, true),
  MERGE(true, true),
  SPLIT(true, true),
  RETITLE(true, true),
  EDIT_POST(true, true),
  DELETE_POST(true, true),
  RESTORE_POST(true, true),
  WARN(true, true),
  SILENCE(true, true),
  SUSPEND(true, true),
  /** A silence or a suspension was ended before its time. */
  LIFT(true, true),
  /** Flags were found to be without ground; nobody but moderators learns that there were any. */
  DISMISS(false, false),
  /** A held post was let through. */
  APPROVE(false, false),
  /** A held post was not let through. */
  REFUSE(false, true),
  /** A member's answer was read, and the decision stays. */
  UPHOLD(false, false);

  private final boolean open;
  private final boolean told;

  Action(boolean open, boolean told) {
    this.open = open;
    this.told = told;
  }

  /** Whether members can read of it in the log. */
  public boolean open() {
    return open;
  }

  /** Whether whom it concerns is told. */
  boolean told() {
    return told;
  }

  /** Whether it is put on a member rather than done to a post or a thread. */
  public boolean onMember() {
    return switch (this) {
      case WARN, SILENCE, SUSPEND, LIFT -> true;
      case LOCK,
          UNLOCK,
          PIN,
          UNPIN,
          HIDE,
          SHOW,
          MOVE,
          MOVE_BACK,
          MERGE,
          SPLIT,
          RETITLE,
          EDIT_POST,
          DELETE_POST,
          RESTORE_POST,
          DISMISS,
          APPROVE,
          REFUSE,
          UPHOLD ->
          false;
    };
  }

  static Action of(LogEntry.Action action) {
    return switch (action) {
      case LOCK -> LOCK;
      case UNLOCK -> UNLOCK;
      case PIN -> PIN;
      case UNPIN -> UNPIN;
      case HIDE -> HIDE;
      case SHOW -> SHOW;
      case MOVE -> MOVE;
      case MOVE_BACK -> MOVE_BACK;
      case MERGE -> MERGE;
      case SPLIT -> SPLIT;
      case RETITLE -> RETITLE;
      case EDIT_POST -> EDIT_POST;
      case DELETE_POST -> DELETE_POST;
      case RESTORE_POST -> RESTORE_POST;
      case APPROVE_POST -> APPROVE;
      case REFUSE_POST -> REFUSE;
    };
  }
}
