package postern.moderation;

import postern.http.Problem;
import postern.threads.TextFault;

/** Says in the API's words, once, what the doors refuse. */
final class Refusals {
  private Refusals() {}

  static Problem of(Flagged refused) {
    return switch (refused) {
      case Flagged.Done _ -> throw new IllegalArgumentException("not refused");
      case Flagged.NotFound _ -> Problem.notFound();
      case Flagged.NotAllowed _ -> notAllowed("You cannot flag posts at the moment.");
      case Flagged.OwnPost _ ->
          Problem.of(422, "own-post", "This post is your own. Edit it, or delete it.");
      case Flagged.PostGone _ -> gone();
      case Flagged.BadNote(int limit) ->
          Problem.of(
                  422,
                  "bad-note",
                  "Say what is wrong in one line of at most as many characters as the limit.")
              .with("limit", limit);
      case Flagged.TooSoon(var wait) -> Problem.tooMany(wait);
    };
  }

  static Problem of(Decided refused) {
    return switch (refused) {
      case Decided.Done _ -> throw new IllegalArgumentException("not refused");
      case Decided.NotFound _ -> Problem.notFound();
      case Decided.AlreadyDecided(var ruling) ->
          Problem.of(409, "already-decided", "Another moderator decided this before you.")
              .with("decision", ApiWords.of(ruling));
      case Decided.NotAllowed _ -> beyond();
      case Decided.NotForThisKind _ ->
          Problem.of(422, "bad-choice", "Items of this kind are not decided so.")
              .with("field", "decision");
      case Decided.PostGone _ -> gone();
      case Decided.NoMember _ ->
          Problem.of(422, "no-member", "No member wrote this, so nobody can be told or limited.");
      case Decided.BadReason(int limit) -> badReason(limit);
      case Decided.BadUntil _ -> badUntil();
      case Decided.BadBody(var fault) -> of(fault);
      case Decided.TooSoon(var wait) -> Problem.tooMany(wait);
    };
  }

  static Problem of(Sanctioned refused) {
    return switch (refused) {
      case Sanctioned.Done _ -> throw new IllegalArgumentException("not refused");
      case Sanctioned.NotFound _ -> Problem.notFound();
      case Sanctioned.NotAllowed _ -> beyond();
      case Sanctioned.BadReason(int limit) -> badReason(limit);
      case Sanctioned.BadUntil _ -> badUntil();
      case Sanctioned.NothingToLift _ ->
          Problem.of(409, "nothing-to-lift", "This member is neither silenced nor suspended.");
    };
  }

  static Problem of(Answered refused) {
    return switch (refused) {
      case Answered.Done _ -> throw new IllegalArgumentException("not refused");
      case Answered.NotFound _ -> Problem.notFound();
      case Answered.AlreadyAnswered _ ->
          Problem.of(409, "already-answered", "You have answered this decision. One answer it is.");
      case Answered.BadText(int limit) ->
          Problem.of(
                  422, "bad-answer", "Write something, of at most as many characters as the limit.")
              .with("limit", limit);
    };
  }

  private static Problem of(TextFault fault) {
    return switch (fault) {
      case TextFault.Empty _ ->
          Problem.of(422, "text-empty", "Send the post's new text as 'body'.");
      case TextFault.TooLong(int limit) ->
          Problem.of(413, "text-too-long", "The text is longer than a post may be.")
              .with("limit", limit);
      case TextFault.TooLarge _ ->
          Problem.of(413, "text-too-large", "Its tables or repeated links make too large a page.");
    };
  }

  private static Problem notAllowed(String detail) {
    return Problem.of(403, "not-allowed", detail);
  }

  private static Problem beyond() {
    return notAllowed(
        "This is for moderators of all boards, and never for who stands beside or above you.");
  }

  private static Problem gone() {
    return Problem.of(409, "post-gone", "This post was deleted or dealt with before.");
  }

  private static Problem badReason(int limit) {
    return Problem.of(422, "bad-reason", "Say why, in at most as many characters as the limit.")
        .with("limit", limit);
  }

  private static Problem badUntil() {
    return Problem.of(
        422,
        "bad-until",
        "A silence or a suspension ends in the future, within ten years, or has no end; nothing"
            + " else has a term.");
  }
}
