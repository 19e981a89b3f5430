package postern.sessions;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.MemberId;

interface FeedTokensDao {
  @SqlUpdate(
      """
      insert into feed_tokens (member_id, token_hash, made_at)
      values (:member, :hash, :now)
      on duplicate key update token_hash = values(token_hash), made_at = values(made_at)
      """)
  void renew(MemberId member, byte[] hash, Instant now);

  @SqlUpdate("delete from feed_tokens where member_id = :member")
  int revoke(MemberId member);

  @SqlQuery("select made_at from feed_tokens where member_id = :member")
  Optional<Instant> madeAt(MemberId member);

  @SqlQuery("select member_id from feed_tokens where token_hash = :hash")
  Optional<MemberId> member(byte[] hash);
}
