package postern.threads;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.accounts.Author;
import postern.kernel.BoardId;
import postern.kernel.MemberId;
import postern.kernel.PostId;
import postern.kernel.ThreadId;

@RegisterConstructorMapper(PostsDao.Row.class)
@RegisterConstructorMapper(PostsDao.Version.class)
interface PostsDao {
  String POST =
      """
      select p.id, p.thread_id as thread, p.number, p.author_id as author, p.created_at, p.edited_at, p.edited_by,
        p.format, p.body, p.html, p.deleted_at, p.deleted_by, p.delete_reason
      from posts p
      """;

  @SqlQuery(POST + "where p.id = :id")
  Optional<Row> find(PostId id);

  @SqlQuery(POST + "where p.id in (<ids>)")
  List<Row> all(@BindList Collection<PostId> ids);

  @SqlQuery(
      POST + "where p.thread_id = :thread and p.number between :from and :to order by p.number")
  List<Row> range(ThreadId thread, int from, int to);

  @SqlQuery(
      POST + "where p.thread_id = :thread and p.number > :after order by p.number limit :limit")
  List<Row> after(ThreadId thread, int after, int limit);

  @SqlQuery(
      POST
          + """
          where p.thread_id = :thread and p.deleted_at is null
          order by p.created_at desc, p.id desc
          limit 1
          """)
  Optional<Row> lastShown(ThreadId thread);

  @SqlQuery(
      POST
          + """
          force index (by_author)
          join threads t on t.id = p.thread_id
          where p.author_id = :author and p.deleted_at is null and t.listed = true and t.board_id in (<boards>)
            and p.created_at <= :at and (p.created_at < :at or p.id < :id)
          order by p.created_at desc, p.id desc
          limit :limit
          """)
  List<Row> by(
      MemberId author, @BindList Collection<BoardId> boards, Instant at, long id, int limit);

  @SqlQuery(
      POST
          + """
          join threads t on t.id = p.thread_id
          where p.id in (<ids>) and p.deleted_at is null and t.listed = true and t.board_id in (<boards>)
          """)
  List<Row> listed(@BindList Collection<PostId> ids, @BindList Collection<BoardId> boards);

  @SqlQuery(
      """
      select p.id
      from posts p
      join threads t on t.id = p.thread_id
      where p.id in (<ids>) and p.deleted_at is null and t.listed = true and t.board_id in (<boards>)
      """)
  List<PostId> listedIds(@BindList Collection<PostId> ids, @BindList Collection<BoardId> boards);

  @SqlQuery(POST + "where p.source_key = :key")
  Optional<Row> imported(byte[] key);

  @SqlQuery(POST + "where p.renderer < :version order by p.renderer, p.id limit :limit")
  List<Row> renderedBefore(int version, int limit);

  @SqlUpdate(
      """
      insert into posts (id, thread_id, number, author_id, created_at, format, body, html, renderer, source_key)
      values (:id, :thread, :number, :author, :createdAt, :format, :body, :html, :renderer, :sourceKey)
      """)
  void insert(@BindMethods Written post);

  @SqlUpdate(
      """
      update posts
      set format = :format, body = :body, html = :html, renderer = :renderer, edited_at = :now, edited_by = :by
      where id = :id
      """)
  void edit(
      PostId id,
      Post.Format format,
      String body,
      String html,
      int renderer,
      Instant now,
      MemberId by);

  /** Only as long as nobody has edited it meanwhile. */
  @SqlUpdate("update posts set html = :html, renderer = :renderer where id = :id and body = :body")
  void rerender(PostId id, String body, String html, int renderer);

  @SqlUpdate(
      "update posts set deleted_at = :now, deleted_by = :by, delete_reason = :reason where id ="
          + " :id")
  void delete(PostId id, Instant now, MemberId by, String reason);

  @SqlUpdate(
      "update posts set deleted_at = null, deleted_by = null, delete_reason = null where id = :id")
  void restore(PostId id);

  @SqlUpdate(
      """
      insert into post_revisions (post_id, revision, format, body, written_at, written_by)
      select :post, coalesce(max(revision), 0) + 1, :format, :body, :writtenAt, :writtenBy
      from post_revisions
      where post_id = :post
      """)
  void keepRevision(
      PostId post, Post.Format format, String body, Instant writtenAt, MemberId writtenBy);

  @SqlQuery(
      """
      select revision as number, written_at, written_by, format, body
      from post_revisions
      where post_id = :post
      order by revision
      """)
  List<Version> revisions(PostId post);

  record Version(
      int number, Instant writtenAt, MemberId writtenBy, Post.Format format, String body) {}

  record Written(
      PostId id,
      ThreadId thread,
      int number,
      MemberId author,
      Instant createdAt,
      Post.Format format,
      String body,
      String html,
      int renderer,
      byte[] sourceKey) {
    Written in(ThreadId place, int with) {
      return new Written(
          id, place, with, author, createdAt, format, body, html, renderer, sourceKey);
    }
  }

  record Row(
      PostId id,
      ThreadId thread,
      int number,
      MemberId author,
      Instant createdAt,
      Optional<Instant> editedAt,
      Optional<MemberId> editedBy,
      Post.Format format,
      String body,
      String html,
      Optional<Instant> deletedAt,
      Optional<MemberId> deletedBy,
      Optional<String> deleteReason) {
    Post post(Author by) {
      var deletion =
          deletedAt.map(
              at ->
                  new Post.Deletion(
                      at,
                      deletedBy
                          .filter(remover -> remover.equals(author) || remover.equals(by.id()))
                          .isPresent(),
                      deleteReason.orElse("")));
      return new Post(
          id, thread, number, by, createdAt, editedAt, format, body, new SafeHtml(html), deletion);
    }
  }
}
