package postern.web.admin;

import java.util.List;
import postern.web.Count;
import postern.web.Frame;

/**
 * {@code GET /admin/boards}: all boards in their order. Each row's buttons post {@code csrf} and
 * {@code direction} ({@code up} or {@code down}) to {@code /admin/boards/{id}/order}. New ones are
 * made at {@code /admin/boards/new}.
 */
public record BoardsPage(Frame frame, List<BoardRow> boards) implements AdminModel {
  public BoardsPage {
    boards = List.copyOf(boards);
  }

  @Override
  public AdminPart part() {
    return AdminPart.BOARDS;
  }

  public boolean hasBoards() {
    return !boards.isEmpty();
  }

  /**
   * One board.
   *
   * @param href {@code /admin/boards/{id}}
   * @param audience who may read, answer and start, in words
   */
  public record BoardRow(
      String id,
      String title,
      String href,
      Count threads,
      String audience,
      boolean first,
      boolean last) {}
}
