package postern.sessions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.MemberId;

interface ApiTokensDao {
  @SqlUpdate(
      """
      insert into api_tokens (id, token_hash, member, name, scopes, created_at, expires_at)
      values (:id, :hash, :member, :name, :scopes, :now, :expiresAt)
      """)
  void insert(
      ApiTokenId id,
      byte[] hash,
      MemberId member,
      String name,
      String scopes,
      Instant now,
      Instant expiresAt);

  @SqlQuery(
      """
      select id, member, name, scopes, created_at, seen_at, expires_at
      from api_tokens
      where token_hash = :hash and expires_at > :now
      """)
  @RegisterConstructorMapper(Row.class)
  Optional<Row> find(byte[] hash, Instant now);

  @SqlQuery(
      """
      select id, member, name, scopes, created_at, seen_at, expires_at
      from api_tokens
      where member = :member and expires_at > :now
      order by created_at desc, id desc
      """)
  @RegisterConstructorMapper(Row.class)
  List<Row> own(MemberId member, Instant now);

  @SqlUpdate("update api_tokens set seen_at = :day where id = :id")
  void seen(ApiTokenId id, Instant day);

  @SqlUpdate("delete from api_tokens where id = :id and member = :member")
  int revoke(ApiTokenId id, MemberId member);

  @SqlUpdate("delete from api_tokens where member = :member")
  int revokeAll(MemberId member);

  @SqlUpdate("delete from api_tokens where expires_at < :now limit 10000")
  int sweep(Instant now);

  record Row(
      ApiTokenId id,
      MemberId member,
      String name,
      String scopes,
      Instant createdAt,
      Optional<Instant> seenAt,
      Instant expiresAt) {}
}
