package postern.threads;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import postern.boards.Board;
import postern.http.Cursor;
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

  private final Ground ground;

  PostLists(Ground ground) {
    this.ground = ground;
  }

  /** A post in its thread. */
  public record PlacedPost(ForumThread thread, Post post) {}

  /** A stretch of a thread. */
  public record Stretch(ForumThread thread, Slice<Post> posts) {}

  /** A post wherever it stands; its number says on which page. */
  public Optional<PlacedPost> find(Viewer viewer, PostId id) {
    return ground
        .database()
        .read(
            tx ->
                tx.dao(PostsDao.class)
                    .find(id)
                    .flatMap(
                        row ->
                            ground
                                .place(tx, viewer, row.thread())
                                .map(
                                    place ->
                                        new PlacedPost(
                                            place.thread(), shown(viewer, place.thread(), row)))));
  }

  /**
   * The posts of a thread whose numbers follow {@code after}, 0 for the first. Numbers have no
   * gaps.
   */
  public Optional<Stretch> range(Viewer viewer, ThreadId id, int after, int limit) {
    return ground
        .database()
        .read(
            tx ->
                ground
                    .place(tx, viewer, id)
                    .map(
                        place -> {
                          var thread = place.thread();
                          // The sum may pass what an int can hold; no thread does.
                          int to = (int) Math.min(Integer.MAX_VALUE, (long) after + limit + 1);
                          var rows = tx.dao(PostsDao.class).range(id, after + 1, to);
                          return new Stretch(
                              thread, Slice.of(rows, limit).map(row -> shown(viewer, thread, row)));
                        }));
  }

  /** What a member wrote, newest first. */
  public Slice<PlacedPost> by(Viewer viewer, MemberId author, Optional<Cursor> after, int limit) {
    var from = after.orElse(START);
    return ground
        .database()
        .read(
            tx -> {
              var boards =
                  ground.boards().readable(tx, viewer).stream()
                      .map(Board::id)
                      .collect(Collectors.toSet());
              if (boards.isEmpty()) {
                return new Slice<PlacedPost>(List.of(), false);
              }
              var rows = tx.dao(PostsDao.class).by(author, boards, from.at(), from.id(), limit + 1);
              var threads =
                  ThreadLists.byId(
                      tx, rows.stream().map(PostsDao.Row::thread).collect(Collectors.toSet()));
              return Slice.of(rows, limit)
                  .map(row -> new PlacedPost(threads.get(row.thread()), row.post()));
            });
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

  /** How many posts and threads each of these members has; who has none is absent. */
  public Map<MemberId, MemberCount> counts(Collection<MemberId> members) {
    var counts = new HashMap<MemberId, MemberCount>();
    if (!members.isEmpty()) {
      ground
          .database()
          .read(tx -> tx.dao(CountsDao.class).members(members))
          .forEach(row -> counts.put(row.member(), new MemberCount(row.threads(), row.posts())));
    }
    return counts;
  }

  /** What a member has written that is not deleted. */
  public record MemberCount(int threads, int posts) {}

  private boolean maySeeRevisions(Tx tx, Viewer viewer, PostsDao.Row row) {
    return ground
        .place(tx, viewer, row.thread())
        .filter(
            place ->
                ThreadPolicy.maySeeRevisions(viewer, place.board(), place.thread(), row.post()))
        .isPresent();
  }

  private static List<Revision> versions(Tx tx, PostsDao.Row row) {
    var versions = new ArrayList<>(tx.dao(PostsDao.class).revisions(row.id()));
    versions.add(
        new Revision(
            versions.size() + 1,
            row.editedAt().orElse(row.createdAt()),
            row.editedBy().orElse(row.author()),
            row.format(),
            row.body()));
    return versions;
  }

  private static Post shown(Viewer viewer, ForumThread thread, PostsDao.Row row) {
    var post = row.post();
    return post.deleted() && !ThreadPolicy.mayModerate(viewer, thread) ? post.withoutWords() : post;
  }
}
