package postern.web.threads;

import java.util.List;
import java.util.Optional;
import postern.boards.BoardPolicy;
import postern.http.Problem;
import postern.threads.ThreadView;
import postern.web.Choice;
import postern.web.Desk;
import postern.web.Field;
import postern.web.Inputs;
import postern.web.Pager;
import postern.web.People;
import postern.web.Section;
import postern.web.Visit;
import postern.web.members.Excerpts;

/** Builds the forms that merge and split a thread. */
final class SeamPages {
  private final Desk desk;

  SeamPages(Desk desk) {
    this.desk = desk;
  }

  static MergePage merge(Visit visit, ThreadView view, Field into, Field reason) {
    var thread = view.thread();
    return new MergePage(
        visit.frame("Merge a thread", Section.BOARDS),
        thread.title(),
        Places.thread(thread),
        "/t/" + thread.id() + "/moderate/merge",
        into,
        reason);
  }

  SplitPage split(Visit visit, ThreadView view, long page, Splitting typed) {
    var thread = view.thread();
    if (page > Places.lastPage(thread)) {
      throw Problem.notFound().thrown();
    }
    var base = "/t/" + thread.id() + "/moderate/split";
    return new SplitPage(
        visit.frame("Split a thread", Section.BOARDS),
        thread.title(),
        Places.thread(thread),
        page == 1 ? base : base + "?page=" + page,
        rows(visit, view, page, typed),
        typed.rest(),
        typed.problem(),
        typed.title(),
        boards(visit, view, typed),
        typed.reason(),
        Pager.numbered(
            page,
            Places.lastPage(thread),
            number -> base + (number == 1 ? "" : "?page=" + number)));
  }

  private List<SplitPage.Row> rows(Visit visit, ThreadView view, long page, Splitting typed) {
    int after = (int) ((page - 1) * Places.POSTS);
    var lists = desk.forum().discussions().postLists();
    return lists
        .page(visit.viewer(), view.id(), after, Places.POSTS)
        .orElseThrow(() -> Problem.notFound().thrown())
        .posts()
        .rows()
        .stream()
        .filter(post -> post.number() > 1)
        .map(
            post ->
                new SplitPage.Row(
                    post.id().toString(),
                    post.number(),
                    People.name(post.author()),
                    post.deleted() ? "(deleted)" : Excerpts.of(post.html()),
                    typed.posts().contains(post.id().toString())))
        .toList();
  }

  private List<Choice> boards(Visit visit, ThreadView view, Splitting typed) {
    var chosen = typed.board().isEmpty() ? view.board().id().toString() : typed.board();
    return desk.forum().boards().list(visit.viewer()).stream()
        .filter(board -> visit.viewer().moderates(board.id()))
        .filter(board -> BoardPolicy.mayStart(visit.viewer(), board))
        .map(
            board ->
                board.id().toString().equals(chosen)
                    ? new Choice(board.id().toString(), board.title(), true)
                    : new Choice(board.id().toString(), board.title(), false))
        .toList();
  }

  /** What was typed into the form that splits. */
  record Splitting(
      List<String> posts,
      boolean rest,
      Optional<String> problem,
      Field title,
      String board,
      Field reason) {
    static final Splitting EMPTY =
        new Splitting(
            List.of(), false, Optional.empty(), Field.empty("title"), "", Field.empty("reason"));

    static Splitting of(Inputs inputs) {
      return new Splitting(
          inputs.all("post"),
          inputs.is("rest", "yes"),
          Optional.empty(),
          inputs.field("title"),
          inputs.text("board"),
          inputs.field("reason"));
    }

    Splitting wrong(String why) {
      return new Splitting(posts, rest, Optional.of(why), title, board, reason);
    }

    Splitting badTitle(String why) {
      return new Splitting(posts, rest, problem, title.refused(why), board, reason);
    }

    Splitting badReason(String why) {
      return new Splitting(posts, rest, problem, title, board, reason.refused(why));
    }
  }
}
