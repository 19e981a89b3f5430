package postern.boards;

import java.util.Collections;
import postern.kernel.BoardId;
import postern.kernel.Viewer;

/** Who may do what on a board: pure functions of who looks and what the board says. */
public final class BoardPolicy {
  private BoardPolicy() {}

  public static boolean mayRead(Viewer viewer, Board board) {
    return reads(viewer, board.read(), board.id());
  }

  /** Whether the board lets them; a locked thread is the thread's business. */
  public static boolean mayReply(Viewer viewer, Board board) {
    return writes(viewer, board, board.reply());
  }

  public static boolean mayStart(Viewer viewer, Board board) {
    return writes(viewer, board, board.start());
  }

  static boolean mayAdminister(Viewer viewer) {
    return viewer.administers();
  }

  private static boolean writes(Viewer viewer, Board board, Audience audience) {
    return switch (viewer) {
      case Viewer.Guest _ -> false;
      case Viewer.Member member ->
          member.active() && mayRead(viewer, board) && reads(viewer, audience, board.id());
    };
  }

  private static boolean reads(Viewer viewer, Audience audience, BoardId board) {
    return switch (audience) {
      case Audience.Visitors _ -> true;
      case Audience.Members _ -> takesPart(viewer);
      case Audience.Staff _ -> viewer.moderates(board);
      case Audience.Groups(var groups) ->
          viewer.moderates(board)
              || (takesPart(viewer)
                  && viewer instanceof Viewer.Member member
                  && !Collections.disjoint(member.groups(), groups));
    };
  }

  /** Active and silenced members read; suspended and erased ones see what visitors see. */
  private static boolean takesPart(Viewer viewer) {
    return switch (viewer) {
      case Viewer.Guest _ -> false;
      case Viewer.Member member ->
          switch (member.standing()) {
            case ACTIVE, SILENCED -> true;
            case SUSPENDED, ERASED -> false;
          };
    };
  }
}
