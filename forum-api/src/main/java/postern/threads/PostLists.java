package postern.threads;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import postern.boards.Board;
import postern.http.Cursor;
import postern.kernel.BoardId;
import postern.kernel.MemberId;
import postern.kernel.PostId;
import postern.kernel.Slice;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;
import postern.storage.Tx;

/**
 * Reads posts. What the viewer may not read is not there; what was deleted keeps its number and
 * loses its words.
 */
public final class PostLists {
  private static final Cursor START =
      new Cursor(Instant.parse("2999-12-31T00:00:00Z"), Long.MAX_VALUE);
  private static final Comparator<PostsDao.Row> NEWEST_FIRST =
      Comparator.comparing(PostsDao.Row::createdAt)
          .thenComparing(row -> row.id().value())
          .reversed();

  private final Ground ground;

  PostLists(Ground ground) {
    this.ground = ground;
  }

  /** A post in its thread. */
  public record PlacedPost(ThreadView thread, Post post) {}

  /** A stretch of a thread. */
  public record Stretch(ThreadView thread, Slice<Post> posts) {}

  /** A post wherever it stands; its number says on which page. */
  public Optional<PlacedPost> find(Viewer viewer, PostId id) {
    return ground
        .database()
        .read(
            tx ->
                found(tx, id)
                    .flatMap(
                        row ->
                            ground
                                .place(tx, viewer, row.thread())
                                .map(place -> placed(tx, viewer, place.thread(), row))));
  }

  /**
   * The posts of a thread whose numbers are the next {@code limit} ones after {@code after}, 0 for
   * the first: a page of it. Fewer posts come where some were split off.
   */
  public Optional<Stretch> page(Viewer viewer, ThreadId id, int after, int limit) {
    // The sum may pass what an int can hold; no thread does.
    int to = (int) Math.min(Integer.MAX_VALUE, (long) after + limit);
    return ground
        .database()
        .read(
            tx ->
                ground
                    .place(tx, viewer, id)
                    .map(Ground.Place::thread)
                    .map(
                        thread ->
                            stretch(
                                tx,
                                viewer,
                                thread,
                                new Slice<>(
                                    tx.reading(
                                        Parts.thread(id),
                                        () -> tx.dao(PostsDao.class).range(id, after + 1, to)),
                                    to < thread.lastNumber()))));
  }

  /** The next posts of a thread whose numbers follow {@code after}, 0 for the first. */
  public Optional<Stretch> range(Viewer viewer, ThreadId id, int after, int limit) {
    return ground
        .database()
        .read(
            tx ->
                ground
                    .place(tx, viewer, id)
                    .map(Ground.Place::thread)
                    .map(
                        thread ->
                            stretch(
                                tx,
                                viewer,
                                thread,
                                Slice.of(
                                    tx.dao(PostsDao.class).after(thread.id(), after, limit + 1),
                                    limit))));
  }

  /** These posts, those of them that the viewer may read, together with what the caller reads. */
  public Map<PostId, PlacedPost> among(Tx tx, Viewer viewer, Collection<PostId> ids) {
    var boards = Views.boards(tx, ground, viewer);
    var rows = ids.isEmpty() ? List.<PostsDao.Row>of() : tx.dao(PostsDao.class).all(ids);
    var threads =
        ThreadLists.byId(tx, rows.stream().map(PostsDao.Row::thread).collect(Collectors.toSet()));
    var seen = rows.stream().filter(row -> sees(viewer, boards, threads.get(row.thread())));
    return placed(tx, ground, boards, seen.toList()).stream()
        .map(
            placed ->
                new PlacedPost(
                    placed.thread(), shown(viewer, placed.thread().thread(), placed.post())))
        .collect(Collectors.toMap(placed -> placed.post().id(), Function.identity()));
  }

  /** Where posts stand, for rooms that keep the place beside them; not for showing. */
  public record Standing(ThreadId thread, BoardId board) {}

  /** Where these posts stand now, whoever may read them. */
  public Map<PostId, Standing> places(Tx tx, Collection<PostId> ids) {
    var rows = ids.isEmpty() ? List.<PostsDao.Row>of() : tx.dao(PostsDao.class).all(ids);
    var threads =
        ThreadLists.byId(tx, rows.stream().map(PostsDao.Row::thread).collect(Collectors.toSet()));
    return rows.stream()
        .collect(
            Collectors.toMap(
                PostsDao.Row::id,
                row -> new Standing(row.thread(), threads.get(row.thread()).board())));
  }

  private static boolean sees(Viewer viewer, Map<BoardId, Board> readable, ForumThread thread) {
    return readable.containsKey(thread.board())
        && ThreadPolicy.maySee(viewer, readable.get(thread.board()), thread);
  }

  /** What a member wrote, newest first, with the posts of former authors that they claimed. */
  public Slice<PlacedPost> by(Viewer viewer, MemberId author, Optional<Cursor> after, int limit) {
    return ground
        .database()
        .read(
            tx -> {
              var boards = Views.boards(tx, ground, viewer);
              var rows = rowsBy(tx, boards.keySet(), author, after.orElse(START), limit + 1);
              var placed = placed(tx, ground, boards, rows);
              return Slice.of(placed, limit);
            });
  }

  /**
   * Those of these posts that stand in lists for this viewer now: on a board that they may read,
   * not deleted, in no hidden thread. Together with what the caller does.
   */
  public Map<PostId, PlacedPost> listed(Tx tx, Viewer viewer, Collection<PostId> ids) {
    var boards = Views.boards(tx, ground, viewer);
    return ids.isEmpty() || boards.isEmpty()
        ? Map.of()
        : placed(tx, ground, boards, tx.dao(PostsDao.class).listed(ids, boards.keySet())).stream()
            .collect(Collectors.toMap(placed -> placed.post().id(), Function.identity()));
  }

  /** As {@link #listed}, for who only counts. */
  public Set<PostId> listedIds(Tx tx, Viewer viewer, Collection<PostId> ids) {
    var boards = Views.boards(tx, ground, viewer);
    return ids.isEmpty() || boards.isEmpty()
        ? Set.of()
        : Set.copyOf(tx.dao(PostsDao.class).listedIds(ids, boards.keySet()));
  }

  /** What {@link #by} takes to go on after a post. */
  public static Cursor cursor(Post post) {
    return new Cursor(post.createdAt(), post.id().value());
  }

  /**
   * All versions of a post, the first first; empty when there is none, or it is not the viewer's to
   * see.
   */
  public Optional<List<Revision>> revisions(Viewer viewer, PostId id) {
    return ground
        .database()
        .read(
            tx ->
                tx.dao(PostsDao.class)
                    .find(id)
                    .filter(row -> maySeeRevisions(tx, viewer, row))
                    .map(row -> versions(tx, row)));
  }

  private static Optional<PostsDao.Row> found(Tx tx, PostId id) {
    return tx.reading(
        post -> post.map(row -> Parts.thread(row.thread())).orElse(Set.of()),
        () -> tx.dao(PostsDao.class).find(id));
  }

  private Stretch stretch(Tx tx, Viewer viewer, ForumThread thread, Slice<PostsDao.Row> rows) {
    var posts =
        Views.posts(tx, ground, rows.rows()).stream().map(post -> shown(viewer, thread, post));
    return new Stretch(
        Views.thread(tx, ground, viewer, thread), new Slice<>(posts.toList(), rows.more()));
  }

  // One range of the index for each name the member ever wrote under, then the newest of them all.
  private List<PostsDao.Row> rowsBy(
      Tx tx, Set<BoardId> boards, MemberId author, Cursor from, int most) {
    return boards.isEmpty()
        ? List.of()
        : ground.accounts().identities(tx, author).stream()
            .flatMap(
                id -> tx.dao(PostsDao.class).by(id, boards, from.at(), from.id(), most).stream())
            .sorted(NEWEST_FIRST)
            .limit(most)
            .toList();
  }

  static List<PlacedPost> placed(
      Tx tx, Ground ground, Map<BoardId, Board> boards, Collection<PostsDao.Row> rows) {
    var ids = rows.stream().map(PostsDao.Row::thread).collect(Collectors.toSet());
    var threads =
        Views.threads(tx, ground, boards, ThreadLists.byId(tx, ids).values()).stream()
            .collect(Collectors.toMap(view -> view.thread().id(), Function.identity()));
    return Views.posts(tx, ground, rows).stream()
        .map(post -> new PlacedPost(threads.get(post.thread()), post))
        .toList();
  }

  private PlacedPost placed(Tx tx, Viewer viewer, ForumThread thread, PostsDao.Row row) {
    return new PlacedPost(
        Views.thread(tx, ground, viewer, thread),
        shown(viewer, thread, Views.post(tx, ground, row)));
  }

  private boolean maySeeRevisions(Tx tx, Viewer viewer, PostsDao.Row row) {
    var post = Views.post(tx, ground, row);
    return ground
        .place(tx, viewer, row.thread())
        .filter(place -> ThreadPolicy.maySeeRevisions(viewer, place.board(), place.thread(), post))
        .isPresent();
  }

  private List<Revision> versions(Tx tx, PostsDao.Row row) {
    var versions = new ArrayList<>(tx.dao(PostsDao.class).revisions(row.id()));
    versions.add(
        new PostsDao.Version(
            versions.size() + 1,
            row.editedAt().orElse(row.createdAt()),
            row.editedBy().orElse(row.author()),
            row.format(),
            row.body()));
    var ids = versions.stream().map(PostsDao.Version::writtenBy).collect(Collectors.toSet());
    var authors = ground.accounts().authors(tx, ids);
    return versions.stream()
        .map(
            version ->
                new Revision(
                    version.number(),
                    version.writtenAt(),
                    authors.get(version.writtenBy()),
                    version.format(),
                    version.body()))
        .toList();
  }

  private static Post shown(Viewer viewer, ForumThread thread, Post post) {
    return post.deleted() && !ThreadPolicy.mayModerate(viewer, thread) ? post.withoutWords() : post;
  }
}
