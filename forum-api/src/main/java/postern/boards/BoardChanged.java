package postern.boards;

/** How a change of a board or a group ended. */
public sealed interface BoardChanged {
  record Changed(Board board) implements BoardChanged {}

  record SlugTaken() implements BoardChanged {}

  record Faulty(BoardDraft.Fault fault) implements BoardChanged {}

  record NotAllowed() implements BoardChanged {}

  record NotFound() implements BoardChanged {}
}
