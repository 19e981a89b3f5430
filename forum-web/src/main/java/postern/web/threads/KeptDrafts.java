package postern.web.threads;

import java.util.Optional;
import postern.kernel.BoardId;
import postern.kernel.ThreadId;
import postern.threads.Draft;
import postern.threads.DraftSaved;
import postern.web.Desk;
import postern.web.Inputs;
import postern.web.Visit;

/** The drafts of the forms that start a thread and that reply. */
final class KeptDrafts {
  private final Desk desk;

  KeptDrafts(Desk desk) {
    this.desk = desk;
  }

  Optional<Draft> thread(Visit visit, BoardId board) {
    return desk.reading().drafts().find(visit.viewer(), Draft.Kind.THREAD, board.value());
  }

  Optional<Draft> reply(Visit visit, ThreadId thread) {
    return desk.reading().drafts().find(visit.viewer(), Draft.Kind.REPLY, thread.value());
  }

  DraftSaved keep(Visit visit, BoardId board, Inputs inputs) {
    return desk.reading()
        .drafts()
        .save(
            visit.member(),
            Draft.Kind.THREAD,
            board.value(),
            inputs.text("title"),
            inputs.text("body"));
  }

  DraftSaved keep(Visit visit, ThreadId thread, Inputs inputs) {
    return desk.reading()
        .drafts()
        .save(visit.member(), Draft.Kind.REPLY, thread.value(), "", inputs.text("body"));
  }

  /** What was posted is a draft no more. */
  void posted(Visit visit, BoardId board) {
    desk.reading().drafts().drop(visit.member(), Draft.Kind.THREAD, board.value());
  }

  void posted(Visit visit, ThreadId thread) {
    desk.reading().drafts().drop(visit.member(), Draft.Kind.REPLY, thread.value());
  }

  static DraftNote note(Visit visit, BoardId board, Optional<Draft> kept) {
    return note(visit, "/drafts/boards/" + board, kept);
  }

  static DraftNote note(Visit visit, ThreadId thread, Optional<Draft> kept) {
    return note(visit, "/drafts/threads/" + thread, kept);
  }

  /** Why a draft was not kept, for who pressed the button; empty when it was. */
  static Optional<String> whyNot(DraftSaved outcome) {
    return switch (outcome) {
      case DraftSaved.Saved _, DraftSaved.Dropped _ -> Optional.empty();
      case DraftSaved.NotFound _ ->
          Optional.of("Nobody can write here now, so no draft is kept. Your text is still here.");
      case DraftSaved.TooLong(int limit) ->
          Optional.of("A draft has " + limit + " characters at most. Your text is still here.");
      case DraftSaved.TooMany(int limit) ->
          Optional.of(
              "You have " + limit + " drafts already. Forget one under Drafts, and try again.");
      case DraftSaved.TooSoon(var wait) -> Optional.of(TextFaults.tooSoon(wait));
    };
  }

  private static DraftNote note(Visit visit, String address, Optional<Draft> kept) {
    return new DraftNote(address, kept.map(Draft::savedAt).map(visit::when));
  }
}
