package postern.threads;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import postern.http.Cursor;
import postern.kernel.PostId;
import postern.kernel.Slice;
import postern.kernel.ThreadId;
import postern.kernel.Viewer;
import postern.storage.Tx;
import postern.threads.PostLists.PlacedPost;

/**
 * Posts that members want to find again; a thread is bookmarked by its first post. Nobody but the
 * member learns of it, and what they may no longer read is not on the list.
 */
public final class Bookmarks {
  private final Ground ground;
  private final ReadingLimits limits;

  Bookmarks(Ground ground, ReadingLimits limits) {
    this.ground = ground;
    this.limits = limits;
  }

  /**
   * @param at when it was made
   */
  public record Bookmark(PlacedPost placed, Instant at) {}

  public Bookmarked add(Viewer.Member member, PostId post) {
    return ground.database().write(tx -> add(tx, member, post));
  }

  /** By the first post of a thread. */
  public Bookmarked add(Viewer.Member member, ThreadId thread) {
    return ground
        .database()
        .write(
            tx ->
                first(tx, thread)
                    .map(post -> add(tx, member, post))
                    .orElseGet(Bookmarked.NotFound::new));
  }

  /** Nothing is said of what there was. */
  public void remove(Viewer.Member member, PostId post) {
    ground.database().run(tx -> dao(tx).remove(member.id(), post));
  }

  public void remove(Viewer.Member member, ThreadId thread) {
    ground
        .database()
        .run(tx -> first(tx, thread).ifPresent(post -> dao(tx).remove(member.id(), post)));
  }

  /** Which of these posts the viewer has bookmarked. */
  public Set<PostId> among(Viewer viewer, Collection<PostId> posts) {
    return viewer instanceof Viewer.Member member && !posts.isEmpty()
        ? ground.database().read(tx -> dao(tx).among(member.id(), posts))
        : Set.of();
  }

  /** The newest bookmark first. */
  public Slice<Bookmark> list(Viewer.Member member, Optional<Cursor> after, int limit) {
    var from = after.orElse(ThreadLists.START);
    return ground
        .database()
        .read(
            tx -> {
              var boards = Views.boards(tx, ground, member);
              if (boards.isEmpty()) {
                return new Slice<Bookmark>(List.of(), false);
              }
              var rows =
                  dao(tx).list(member.id(), boards.keySet(), from.at(), from.id(), limit + 1);
              var posts =
                  rows.isEmpty()
                      ? List.<PostsDao.Row>of()
                      : tx.dao(PostsDao.class)
                          .all(rows.stream().map(BookmarksDao.Row::post).toList());
              Map<PostId, PlacedPost> placed =
                  PostLists.placed(tx, ground, boards, posts).stream()
                      .collect(Collectors.toMap(one -> one.post().id(), Function.identity()));
              return Slice.of(
                  rows.stream()
                      .map(row -> new Bookmark(placed.get(row.post()), row.madeAt()))
                      .toList(),
                  limit);
            });
  }

  public static Cursor cursor(Bookmark bookmark) {
    return new Cursor(bookmark.at(), bookmark.placed().post().id().value());
  }

  private Bookmarked add(Tx tx, Viewer.Member member, PostId post) {
    boolean readable =
        tx.dao(PostsDao.class)
            .find(post)
            .filter(row -> row.deletedAt().isEmpty())
            .flatMap(row -> ground.place(tx, member, row.thread()))
            .isPresent();
    if (!readable) {
      return new Bookmarked.NotFound();
    }
    if (dao(tx).count(member.id()) >= limits.bookmarks()) {
      return new Bookmarked.TooMany(limits.bookmarks());
    }
    dao(tx).add(member.id(), post, ground.now());
    return new Bookmarked.Done();
  }

  private static Optional<PostId> first(Tx tx, ThreadId thread) {
    return tx.dao(PostsDao.class).range(thread, 1, 1).stream().map(PostsDao.Row::id).findFirst();
  }

  private static BookmarksDao dao(Tx tx) {
    return tx.dao(BookmarksDao.class);
  }
}
