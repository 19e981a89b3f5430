package postern.moderation;

/** How putting a sanction on a member, or taking it away, ended. */
public sealed interface Sanctioned {
  record Done() implements Sanctioned {}

  /** No such member, or they are gone. */
  record NotFound() implements Sanctioned {}

  /** It is beyond this viewer: for moderators of all boards, and never on who stands above them. */
  record NotAllowed() implements Sanctioned {}

  /** A reason is needed, of no more than so many characters. */
  record BadReason(int limit) implements Sanctioned {}

  /** The end is past, or too far away, or a warning was given one. */
  record BadUntil() implements Sanctioned {}

  /** There is nothing to end. */
  record NothingToLift() implements Sanctioned {}
}
