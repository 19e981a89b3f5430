package postern.web.feeds;

import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import postern.accounts.Author;
import postern.http.Problem;
import postern.kernel.BoardId;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;
import postern.threads.PostLists.PlacedPost;
import postern.threads.ThreadView;
import postern.web.Desk;
import postern.web.boards.BoardLinks;

/** Gathers what a reader may read into feeds. Rights are asked for anew each time. */
final class Feeds {
  private static final int ENTRIES = 30;

  private final Desk desk;
  private final String site;
  private final String origin;

  Feeds(Desk desk) {
    this.desk = desk;
    this.site = desk.forum().foundation().settings().name();
    this.origin = desk.forum().foundation().settings().edge().origin().toString();
  }

  /** The newest post of each of the threads that were written in last. */
  Feed latest(Viewer viewer) {
    var lists = desk.forum().discussions().threadLists();
    return new Feed(
        site,
        "/latest.atom",
        "/latest",
        lastPosts(viewer, lists.latest(viewer, Optional.empty(), ENTRIES).rows()));
  }

  Feed board(Viewer viewer, String id) {
    var board =
        BoardId.parse(id)
            .flatMap(known -> desk.forum().boards().find(viewer, known))
            .orElseThrow(() -> Problem.notFound().thrown());
    var lists = desk.forum().discussions().threadLists();
    var threads =
        lists
            .onBoard(viewer, board.id(), Optional.empty(), ENTRIES)
            .orElseThrow(() -> Problem.notFound().thrown());
    return new Feed(
        site + ": " + board.title(),
        "/b/" + board.id() + ".atom",
        BoardLinks.href(board),
        lastPosts(viewer, threads.rows()));
  }

  /** The newest posts of a thread. */
  Feed thread(Viewer viewer, String id) {
    var view =
        ThreadId.parse(id)
            .flatMap(known -> desk.forum().discussions().threads().find(viewer, known))
            .orElseThrow(() -> Problem.notFound().thrown());
    var thread = view.thread();
    int after = Math.max(0, thread.lastNumber() - ENTRIES);
    var posts =
        desk.forum()
            .discussions()
            .postLists()
            .range(viewer, thread.id(), after, ENTRIES)
            .orElseThrow(() -> Problem.notFound().thrown())
            .posts()
            .rows();
    return new Feed(
        site + ": " + thread.title(),
        "/t/" + thread.id() + ".atom",
        "/t/" + thread.id() + "/" + thread.slug(),
        posts.reversed().stream()
            .filter(post -> !post.deleted())
            .map(post -> entry(new PlacedPost(view, post)))
            .toList());
  }

  /** For everybody. */
  Response open(Request request, Feed feed) {
    return desk.answers().feed(request, Atom.write(origin, feed, true), Atom.TYPE, true);
  }

  /** For the one whose secret stands in the address. */
  Response closed(Request request, Feed feed) {
    return desk.answers().feed(request, Atom.write(origin, feed, false), Atom.TYPE, false);
  }

  private List<Feed.Entry> lastPosts(Viewer viewer, List<ThreadView> threads) {
    return desk.reading().lists().lastPosts(viewer, threads).stream().map(Feeds::entry).toList();
  }

  private static Feed.Entry entry(PlacedPost placed) {
    var post = placed.post();
    var author = post.author();
    return new Feed.Entry(
        "/p/" + post.id(),
        placed.thread().thread().title(),
        name(author),
        author.former() || author.erased() ? "" : "/m/" + author.username(),
        post.createdAt(),
        post.editedAt().orElse(post.createdAt()),
        post.html().html());
  }

  private static String name(Author author) {
    if (author.former()) {
      return author.name();
    }
    return author.erased() ? "former member" : author.username().text();
  }
}
