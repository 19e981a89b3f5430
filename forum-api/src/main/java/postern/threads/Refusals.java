package postern.threads;

import postern.http.Problem;

/** Says in the API's words, once, what the doors refuse. */
final class Refusals {
  private Refusals() {}

  static Problem of(Started refused) {
    return switch (refused) {
      case Started.Posted _, Started.Held _ -> throw new IllegalArgumentException("not refused");
      case Started.NotFound _ -> Problem.notFound();
      case Started.NotAllowed _ -> notAllowed("You may not start threads on this board.");
      case Started.BadTitle(int limit) -> badTitle(limit);
      case Started.BadBody(var fault) -> of(fault);
      case Started.TooSoon(var wait) -> Problem.tooMany(wait);
    };
  }

  static Problem of(Replied refused) {
    return switch (refused) {
      case Replied.Posted _, Replied.Held _ -> throw new IllegalArgumentException("not refused");
      case Replied.NotFound _ -> Problem.notFound();
      case Replied.NotAllowed _ -> notAllowed("You may not reply on this board.");
      case Replied.ThreadLocked _ -> locked();
      case Replied.BadBody(var fault) -> of(fault);
      case Replied.TooSoon(var wait) -> Problem.tooMany(wait);
    };
  }

  static Problem of(PostChanged refused) {
    return switch (refused) {
      case PostChanged.Changed _ -> throw new IllegalArgumentException("not refused");
      case PostChanged.NotFound _ -> Problem.notFound();
      case PostChanged.NotAllowed _ -> notAllowed("You may not do this with this post.");
      case PostChanged.ThreadLocked _ -> locked();
      case PostChanged.WouldWait _ -> wouldWait();
      case PostChanged.BadBody(var fault) -> of(fault);
      case PostChanged.BadReason(int limit) -> badReason(limit);
      case PostChanged.TooSoon(var wait) -> Problem.tooMany(wait);
    };
  }

  static Problem of(ThreadChanged refused) {
    return switch (refused) {
      case ThreadChanged.Changed _ -> throw new IllegalArgumentException("not refused");
      case ThreadChanged.NotFound _ -> Problem.notFound();
      case ThreadChanged.NotAllowed _ -> notAllowed("You may not do this with this thread.");
      case ThreadChanged.NoSuchBoard _ ->
          Problem.of(
              422,
              "no-such-board",
              "There is no board of yours to move it to, or it is there already.");
      case ThreadChanged.WouldWait _ -> wouldWait();
      case ThreadChanged.BadTitle(int limit) -> badTitle(limit);
      case ThreadChanged.BadReason(int limit) -> badReason(limit);
      case ThreadChanged.TooSoon(var wait) -> Problem.tooMany(wait);
    };
  }

  static Problem of(Rearranged refused) {
    return switch (refused) {
      case Rearranged.Done _ -> throw new IllegalArgumentException("not refused");
      case Rearranged.NotFound _ -> Problem.notFound();
      case Rearranged.NotAllowed _ -> notAllowed("You may not do this with this thread.");
      case Rearranged.NoSuchThread _ ->
          Problem.of(422, "no-such-thread", "There is no other thread of yours to merge it into.");
      case Rearranged.NoSuchBoard _ ->
          Problem.of(422, "no-such-board", "There is no such board of yours for the new thread.");
      case Rearranged.BadPosts _ ->
          Problem.of(
              422,
              "bad-posts",
              "Name posts of this thread that can be read. Its first post stays.");
      case Rearranged.TooMany(int limit) ->
          Problem.of(422, "too-many-posts", "That is more posts than go at once.")
              .with("limit", limit);
      case Rearranged.BadTitle(int limit) -> badTitle(limit);
      case Rearranged.BadReason(int limit) -> badReason(limit);
    };
  }

  static Problem of(Previewed refused) {
    return switch (refused) {
      case Previewed.Shown _ -> throw new IllegalArgumentException("not refused");
      case Previewed.NotAllowed _ -> notAllowed("Sign in to see a preview.");
      case Previewed.BadBody(var fault) -> of(fault);
      case Previewed.TooSoon(var wait) -> Problem.tooMany(wait);
    };
  }

  static Problem of(DraftSaved refused) {
    return switch (refused) {
      case DraftSaved.Saved _, DraftSaved.Dropped _ ->
          throw new IllegalArgumentException("not refused");
      case DraftSaved.NotFound _ -> Problem.notFound();
      case DraftSaved.TooLong(int limit) ->
          Problem.of(413, "text-too-long", "A draft is no longer than what may be posted.")
              .with("limit", limit);
      case DraftSaved.TooMany(int limit) ->
          Problem.of(409, "too-many-drafts", "Post or forget a draft first.").with("limit", limit);
      case DraftSaved.TooSoon(var wait) -> Problem.tooMany(wait);
    };
  }

  static Problem of(HeldChanged refused) {
    return switch (refused) {
      case HeldChanged.Standing _, HeldChanged.Refused _, HeldChanged.Withdrawn _ ->
          throw new IllegalArgumentException("not refused");
      case HeldChanged.NotFound _ -> Problem.notFound();
      case HeldChanged.NotAllowed _ -> notAllowed("You may not do this with this post.");
      case HeldChanged.BadReason(int limit) -> badReason(limit);
    };
  }

  static Problem of(WordChanged refused) {
    return switch (refused) {
      case WordChanged.Added _, WordChanged.Removed _ ->
          throw new IllegalArgumentException("not refused");
      case WordChanged.NotFound _ -> Problem.notFound();
      case WordChanged.NotAllowed _ -> notAllowed("Only administrators change these words.");
      case WordChanged.Already _ -> Problem.of(409, "word-listed", "That is in the list already.");
      case WordChanged.BadWord(int limit) ->
          Problem.of(422, "bad-word", "Give one line with a letter or a digit in it.")
              .with("limit", limit);
      case WordChanged.TooMany(int limit) ->
          Problem.of(422, "too-many-words", "The list is full. Take one out first.")
              .with("limit", limit);
    };
  }

  private static Problem wouldWait() {
    return Problem.of(
        422,
        "would-wait",
        "A moderator has to read a text like this first. Write it as a new post instead.");
  }

  private static Problem of(TextFault fault) {
    return switch (fault) {
      case TextFault.Empty _ -> Problem.of(422, "text-empty", "Write something first.");
      case TextFault.TooLong(int limit) ->
          Problem.of(
                  413,
                  "text-too-long",
                  "The text is longer than a post may be. Shorten it, or split it.")
              .with("limit", limit);
      case TextFault.TooLarge _ ->
          Problem.of(
              413,
              "text-too-large",
              "Its tables or repeated links make too large a page. Use fewer.");
    };
  }

  private static Problem notAllowed(String detail) {
    return Problem.of(403, "not-allowed", detail);
  }

  private static Problem locked() {
    return Problem.of(
        409, "thread-locked", "The thread is locked. Nobody but its moderators writes in it.");
  }

  private static Problem badTitle(int limit) {
    return Problem.of(422, "bad-title", "A title has at least one character and at most the limit.")
        .with("limit", limit);
  }

  private static Problem badReason(int limit) {
    return Problem.of(422, "bad-reason", "Say why, in at most as many characters as the limit.")
        .with("limit", limit);
  }
}
