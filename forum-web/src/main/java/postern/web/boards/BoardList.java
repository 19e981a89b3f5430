package postern.web.boards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import postern.boards.Board;
import postern.http.Cursor;
import postern.http.Problem;
import postern.kernel.Slice;
import postern.kernel.Viewer;
import postern.threads.ReadingLists;
import postern.threads.ThreadLists;
import postern.threads.ThreadView;
import postern.web.Desk;
import postern.web.Visit;

/**
 * The threads of a board in the way that was asked for, and the other ways.
 *
 * @param base the list's own address
 */
record BoardList(
    String base,
    Slice<ThreadView> slice,
    Function<ThreadView, Cursor> key,
    List<ListLink> orders,
    List<ListLink> filters) {
  private enum Way {
    ALL(""),
    START("order=start"),
    UNREAD("show=unread"),
    UNANSWERED("show=unanswered"),
    HIDDEN("show=hidden");

    private final String query;

    Way(String query) {
      this.query = query;
    }

    String on(Board board) {
      var href = BoardLinks.href(board);
      return query.isEmpty() ? href : href + "?" + query;
    }

    boolean open(Viewer viewer, Board board) {
      return switch (this) {
        case ALL, START, UNANSWERED -> true;
        case UNREAD -> viewer instanceof Viewer.Member;
        case HIDDEN -> viewer.moderates(board.id());
      };
    }
  }

  /** Who asks for a way that is not theirs gets all threads. */
  static BoardList of(
      Desk desk,
      Visit visit,
      Board board,
      String show,
      String order,
      Optional<Cursor> from,
      int limit) {
    var way = way(visit.viewer(), board, show, order);
    return new BoardList(
        way.on(board),
        slice(desk, visit, board, way, from, limit),
        key(way),
        way == Way.ALL || way == Way.START
            ? List.of(
                link(board, Way.ALL, "By last post", way), link(board, Way.START, "By start", way))
            : List.of(),
        filters(visit.viewer(), board, way));
  }

  Optional<String> older() {
    return slice.more()
        ? Optional.of(
            base
                + (base.contains("?") ? "&" : "?")
                + "after="
                + key.apply(slice.rows().getLast()).text())
        : Optional.empty();
  }

  private static Way way(Viewer viewer, Board board, String show, String order) {
    for (var way : Way.values()) {
      if ((way.query.equals("show=" + show) || way.query.equals("order=" + order))
          && way.open(viewer, board)) {
        return way;
      }
    }
    return Way.ALL;
  }

  private static Slice<ThreadView> slice(
      Desk desk, Visit visit, Board board, Way way, Optional<Cursor> from, int limit) {
    var lists = desk.forum().discussions().threadLists();
    var reading = desk.reading().lists();
    var here = Optional.of(board.id());
    return switch (way) {
      case ALL ->
          lists
              .onBoard(visit.viewer(), board.id(), from, limit)
              .orElseThrow(() -> Problem.notFound().thrown());
      case START -> reading.byStart(visit.viewer(), board.id(), from, limit);
      case UNREAD -> reading.unread(visit.member(), here, from, limit);
      case UNANSWERED -> reading.unanswered(visit.viewer(), here, from, limit);
      case HIDDEN -> lists.unlisted(visit.viewer(), board.id(), from, limit);
    };
  }

  private static Function<ThreadView, Cursor> key(Way way) {
    return switch (way) {
      case ALL -> ThreadLists::cursorOnBoard;
      case START -> ReadingLists::cursorByStart;
      case UNREAD, UNANSWERED, HIDDEN -> ThreadLists::cursor;
    };
  }

  private static List<ListLink> filters(Viewer viewer, Board board, Way here) {
    var links = new ArrayList<ListLink>();
    links.add(new ListLink("All", Way.ALL.on(board), here == Way.ALL || here == Way.START));
    if (Way.UNREAD.open(viewer, board)) {
      links.add(link(board, Way.UNREAD, "Unread", here));
    }
    links.add(link(board, Way.UNANSWERED, "Unanswered", here));
    if (Way.HIDDEN.open(viewer, board)) {
      links.add(link(board, Way.HIDDEN, "Hidden", here));
    }
    return links;
  }

  private static ListLink link(Board board, Way way, String words, Way here) {
    return new ListLink(words, way.on(board), way == here);
  }
}
