package postern.web.boards;

import java.util.Optional;
import postern.boards.Audience;
import postern.boards.Board;

/** Where a board is, and in words for whom. */
public final class BoardLinks {
  private BoardLinks() {}

  public static BoardLink of(Board board) {
    return new BoardLink(board.title(), href(board));
  }

  public static String href(Board board) {
    return "/b/" + board.id() + "/" + slug(board);
  }

  /** The decoration of its address; a board called new would stand where threads are started. */
  static String slug(Board board) {
    return board.slug().equals("new") ? "new-board" : board.slug();
  }

  public static String newThread(Board board) {
    return "/b/" + board.id() + "/new";
  }

  /** Who may read, when not everybody may. */
  static Optional<String> restriction(Board board) {
    return switch (board.read()) {
      case Audience.Visitors _ -> Optional.empty();
      case Audience.Members _ -> Optional.of("for members");
      case Audience.Staff _ -> Optional.of("for staff");
      case Audience.Groups _ -> Optional.of("for some groups");
    };
  }
}
