package postern.moderation;

import java.time.Instant;
import java.util.Optional;
import postern.kernel.BoardId;
import postern.kernel.MemberId;
import postern.kernel.PostId;
import postern.kernel.ThreadId;

/**
 * One entry of the log.
 *
 * @param actor who did it; empty for the command line, and for who may not know
 * @param member whom it concerns; empty where there is none, and for who may not know
 * @param thread where it was done; empty for who may not know
 * @param reason may be empty
 * @param until when it ends; empty for what has no term
 * @param answer what the member answered, for moderators and the member
 */
public record Decision(
    DecisionId id,
    Action action,
    Optional<MemberId> actor,
    Optional<MemberId> member,
    Optional<BoardId> board,
    Optional<ThreadId> thread,
    Optional<PostId> post,
    String reason,
    Optional<Instant> until,
    Instant at,
    Optional<String> answer,
    Optional<Instant> answeredAt) {

  /** As members read it: without staff, and without the name of whom a sanction concerns. */
  Decision forMembers() {
    boolean quiet = action.onMember();
    return new Decision(
        id,
        action,
        Optional.empty(),
        Optional.empty(),
        quiet ? Optional.empty() : board,
        quiet ? Optional.empty() : thread,
        quiet ? Optional.empty() : post,
        reason,
        until,
        at,
        Optional.empty(),
        Optional.empty());
  }

  /** As whom it concerns reads it: without staff. */
  Decision forItsMember() {
    return new Decision(
        id,
        action,
        Optional.empty(),
        member,
        board,
        thread,
        post,
        reason,
        until,
        at,
        answer,
        answeredAt);
  }

  /** Prints no text. */
  @Override
  public String toString() {
    return "Decision[" + id + "]";
  }
}
