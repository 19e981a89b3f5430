package postern.threads;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.BoardId;
import postern.kernel.MemberId;
import postern.kernel.PostId;

interface BookmarksDao {
  @SqlUpdate(
      """
      insert ignore into bookmarks (member_id, post_id, made_at)
      values (:member, :post, :now)
      """)
  int add(MemberId member, PostId post, Instant now);

  @SqlUpdate("delete from bookmarks where member_id = :member and post_id = :post")
  int remove(MemberId member, PostId post);

  @SqlQuery("select count(*) from bookmarks where member_id = :member")
  int count(MemberId member);

  @SqlQuery("select post_id from bookmarks where member_id = :member and post_id in (<posts>)")
  Set<PostId> among(MemberId member, @BindList Collection<PostId> posts);

  @SqlQuery(
      """
      select b.post_id as post, b.made_at
      from bookmarks b
      join posts p on p.id = b.post_id
      join threads t on t.id = p.thread_id
      where b.member_id = :member and p.deleted_at is null and t.listed = true and t.board_id in (<boards>)
        and b.made_at <= :at and (b.made_at < :at or b.post_id < :id)
      order by b.made_at desc, b.post_id desc
      limit :limit
      """)
  @RegisterConstructorMapper(Row.class)
  List<Row> list(
      MemberId member, @BindList Collection<BoardId> boards, Instant at, long id, int limit);

  record Row(PostId post, Instant madeAt) {}
}
