package postern.web.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import postern.boards.Audience;
import postern.boards.Board;
import postern.boards.BoardPolicy;
import postern.http.Problem;
import postern.kernel.PostId;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;
import postern.threads.ForumThread;
import postern.threads.Post;
import postern.threads.PostLists.PlacedPost;
import postern.threads.Quotation;
import postern.threads.SafeHtml;
import postern.threads.Seams;
import postern.threads.Seen;
import postern.threads.ThreadPolicy;
import postern.threads.ThreadView;
import postern.web.Choice;
import postern.web.Count;
import postern.web.Desk;
import postern.web.Discovery;
import postern.web.Field;
import postern.web.Flash;
import postern.web.Pager;
import postern.web.Section;
import postern.web.Standings;
import postern.web.Visit;
import postern.web.WhyNot;
import postern.web.boards.BoardLinks;
import postern.web.notices.SeenNotices;
import postern.web.notices.WatchForm;

/** Builds the page of a thread, as it is read and as it comes back with a reply not yet posted. */
final class ThreadPages {
  private final Desk desk;
  private final KeptDrafts drafts;

  ThreadPages(Desk desk) {
    this.desk = desk;
    this.drafts = new KeptDrafts(desk);
  }

  /** What has been typed, and how it would look. */
  record Draft(Field body, Optional<SafeHtml> preview, Optional<postern.threads.Draft> kept) {
    static final Draft EMPTY = new Draft(Field.empty("body"), Optional.empty());

    Draft(Field body, Optional<SafeHtml> preview) {
      this(body, preview, Optional.empty());
    }
  }

  ThreadView thread(Visit visit, String id) {
    return ThreadId.parse(id)
        .flatMap(known -> desk.forum().discussions().threads().find(visit.viewer(), known))
        .or(() -> merged(visit, id).map(Seams.Followed::thread))
        .orElseThrow(() -> Problem.notFound().thrown());
  }

  /** Where a thread stands that was merged into another. */
  Optional<Seams.Followed> merged(Visit visit, String id) {
    return ThreadId.parse(id)
        .flatMap(known -> desk.forum().discussions().seams().follow(visit.viewer(), known));
  }

  PlacedPost post(Visit visit, String id) {
    return PostId.parse(id)
        .flatMap(known -> desk.forum().discussions().postLists().find(visit.viewer(), known))
        .orElseThrow(() -> Problem.notFound().thrown());
  }

  /** The first post that the viewer has not seen; the start where that is the first of all. */
  String onward(Visit visit, ThreadView view) {
    var thread = view.thread();
    var seen = desk.reading().marks().seen(visit.viewer(), List.of(view));
    var first = seen.firstUnread(thread);
    if (first.isEmpty()) {
      return "/p/" + thread.lastPost();
    }
    var lists = desk.forum().discussions().postLists();
    return lists
        .range(visit.viewer(), thread.id(), first.getAsInt() - 1, 1)
        .filter(_ -> first.getAsInt() > 1)
        .flatMap(stretch -> stretch.posts().rows().stream().findFirst())
        .map(post -> Places.post(thread, post))
        .orElseGet(() -> Places.thread(thread));
  }

  /** One page of posts; 404 for a page that the thread does not have. */
  ThreadPage page(Visit visit, ThreadView view, long page, Draft draft) {
    return page(visit, view, page, draft, Optional.empty());
  }

  ThreadPage page(Visit visit, ThreadView view, long page, Draft draft, Optional<Flash> flash) {
    var thread = view.thread();
    var board = view.board();
    if (page < 1 || page > Places.lastPage(thread)) {
      throw Problem.notFound().thrown();
    }
    boolean mayReply = ThreadPolicy.mayReply(visit.viewer(), board, thread);
    var seen = desk.reading().marks().seen(visit.viewer(), List.of(view));
    var posts = posts(visit, thread, page);
    var frame = visit.frame(thread.title(), Section.BOARDS, Places.page(thread, page));
    return new ThreadPage(
        flash.map(frame::saying).orElse(frame),
        thread.id().toString(),
        thread.title(),
        BoardLinks.of(board),
        Count.replies(thread.replies()),
        states(view),
        views(visit, view, posts, mayReply, seen),
        seams(visit, thread, page),
        page == Places.lastPage(thread) ? held(visit, thread) : List.of(),
        Pager.numbered(page, Places.lastPage(thread), number -> Places.page(thread, number)),
        mayReply
            ? Optional.of(
                new ReplyBox(
                    "/t/" + thread.id() + "/reply",
                    draft.body(),
                    draft.preview(),
                    KeptDrafts.note(visit, thread.id(), draft.kept())))
            : Optional.empty(),
        mayReply ? Optional.empty() : Optional.of(whyNot(visit, board, thread)),
        WatchForm.of(desk, visit, view, page),
        tools(visit, thread),
        firstUnread(thread, page, seen),
        discovery(visit, view, page, posts));
  }

  // Only where it stands on another page: on this one it is marked.
  private static Optional<String> firstUnread(ForumThread thread, long page, Seen seen) {
    int first = seen.firstUnread(thread).orElse(thread.lastNumber());
    return seen.unread(thread) && Places.pageOf(first) != page
        ? Optional.of("/t/" + thread.id() + "/unread")
        : Optional.empty();
  }

  /** The reply box with what was typed earlier, and another's words behind it if there are any. */
  Draft begun(Visit visit, ThreadView view, String quoted) {
    var kept =
        ThreadPolicy.mayReply(visit.viewer(), view.board(), view.thread())
            ? drafts.reply(visit, view.id())
            : Optional.<postern.threads.Draft>empty();
    var typed = kept.map(postern.threads.Draft::body).orElse("");
    var quotation = quoted == null ? "" : quoting(visit, view, quoted);
    var gap = typed.isEmpty() || quotation.isEmpty() ? "" : "\n\n";
    return new Draft(Field.of("body", typed + gap + quotation), Optional.empty(), kept);
  }

  private String quoting(Visit visit, ThreadView thread, String quoted) {
    return PostId.parse(quoted)
        .flatMap(id -> desk.forum().discussions().postLists().find(visit.viewer(), id))
        .map(placed -> placed.post())
        .filter(post -> post.thread().equals(thread.id()) && !post.deleted())
        .map(ThreadPages::quotation)
        .orElse("");
  }

  private static String quotation(Post post) {
    // What the post itself quotes, and a signature, are not its author's answer.
    var words =
        post.body()
            .lines()
            .takeWhile(line -> !line.equals("-- "))
            .filter(line -> !line.startsWith(">"))
            .collect(Collectors.joining("\n"));
    return Quotation.of(post.id(), post.author().name(), words);
  }

  private List<Post> posts(Visit visit, ForumThread thread, long page) {
    int after = (int) ((page - 1) * Places.POSTS);
    return desk.forum()
        .discussions()
        .postLists()
        .page(visit.viewer(), thread.id(), after, Places.POSTS)
        .orElseThrow(() -> Problem.notFound().thrown())
        .posts()
        .rows();
  }

  private List<PostView> views(
      Visit visit, ThreadView view, List<Post> posts, boolean mayReply, Seen seen) {
    SeenNotices.mark(desk, visit, posts);
    var ids = posts.stream().map(Post::id).toList();
    var marked = new PostViews.Marked(seen, desk.reading().bookmarks().among(visit.viewer(), ids));
    var views = new PostViews(visit, view.board(), view.thread(), mayReply, marked);
    return posts.stream().map(views::view).toList();
  }

  private static Discovery discovery(Visit visit, ThreadView view, long page, List<Post> posts) {
    if (!ThreadPolicy.maySee(Viewer.GUEST, view.board(), view.thread())) {
      return Discovery.NONE;
    }
    return new Discovery(
        Optional.of("/t/" + view.id() + ".atom"),
        visit.guest() && page == 1 && !posts.isEmpty() && !posts.getFirst().deleted()
            ? Optional.of(StructuredData.thread(visit.site(), view, posts))
            : Optional.empty());
  }

  private List<ThreadPage.SeamLine> seams(Visit visit, ForumThread thread, long page) {
    int from = (int) ((page - 1) * Places.POSTS) + 1;
    int to = from + Places.POSTS - 1;
    return desk
        .forum()
        .discussions()
        .seams()
        .between(visit.viewer(), thread.id(), from, to)
        .stream()
        .map(SeamLines::of)
        .toList();
  }

  private List<HeldView> held(Visit visit, ForumThread thread) {
    var views = new HeldViews(visit);
    return desk.forum().discussions().heldPosts().inThread(visit.viewer(), thread.id()).stream()
        .map(views::view)
        .toList();
  }

  private static List<ThreadPage.State> states(ThreadView view) {
    var thread = view.thread();
    var states = new ArrayList<ThreadPage.State>();
    thread.hideReason().ifPresent(why -> states.add(state("hide", "Hidden from readers", why)));
    thread.pinReason().ifPresent(why -> states.add(state("pin", "Pinned", why)));
    thread.lockReason().ifPresent(why -> states.add(state("lock", "Locked", why)));
    thread.moveReason().ifPresent(why -> states.add(state("move", moved(view), why)));
    return states;
  }

  private static String moved(ThreadView view) {
    return view.movedFrom().map(from -> "Moved here from " + from.title()).orElse("Moved here");
  }

  private static ThreadPage.State state(String icon, String what, String why) {
    return new ThreadPage.State(icon, why.isBlank() ? what + "." : what + ": " + why);
  }

  private Optional<ModeratorTools> tools(Visit visit, ForumThread thread) {
    if (!ThreadPolicy.mayModerate(visit.viewer(), thread)) {
      return Optional.empty();
    }
    Stream<Board> others =
        desk.forum().boards().list(visit.viewer()).stream()
            .filter(board -> !board.id().equals(thread.board()))
            .filter(board -> BoardPolicy.mayStart(visit.viewer(), board));
    return Optional.of(
        new ModeratorTools(
            "/t/" + thread.id(),
            thread.locked(),
            thread.pinned(),
            thread.hidden(),
            others.map(board -> new Choice(board.id().toString(), board.title(), false)).toList()));
  }

  private static WhyNot whyNot(Visit visit, Board board, ForumThread thread) {
    if (thread.locked()) {
      return WhyNot.of("This thread is locked, so nobody adds to it.");
    }
    if (visit.guest()) {
      return WhyNot.signIn(Places.thread(thread), "to reply.");
    }
    return Standings.whyNotWrite(visit.viewer())
        .map(WhyNot::of)
        .orElseGet(
            () ->
                WhyNot.of(
                    switch (board.reply()) {
                      case Audience.Visitors _, Audience.Members _ -> "You cannot reply here.";
                      case Audience.Staff _ ->
                          "Only staff reply on this board. You can read along.";
                      case Audience.Groups _ -> "Members of some groups reply on this board.";
                    }));
  }
}
