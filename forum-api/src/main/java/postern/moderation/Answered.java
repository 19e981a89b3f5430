package postern.moderation;

/** How an answer to a decision ended. */
public sealed interface Answered {
  /** Moderators see it. */
  record Done() implements Answered {}

  /** No such decision about this member. */
  record NotFound() implements Answered {}

  /** One answer, and it was given. */
  record AlreadyAnswered() implements Answered {}

  /** It is empty, or longer than so many characters. */
  record BadText(int limit) implements Answered {}
}
