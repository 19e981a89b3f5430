package postern.sessions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.MemberId;

interface SessionsDao {
  @SqlUpdate(
      """
      insert into sessions (id, token_hash, member, device, created_at, seen_at, expires_at)
      values (:id, :hash, :member, :device, :now, :day, :expiresAt)
      """)
  void insert(
      SessionId id,
      byte[] hash,
      MemberId member,
      String device,
      Instant now,
      Instant day,
      Instant expiresAt);

  @SqlQuery(
      """
      select id, member, created_at, seen_at, expires_at
      from sessions
      where token_hash = :hash and expires_at > :now
      """)
  @RegisterConstructorMapper(Row.class)
  Optional<Row> find(byte[] hash, Instant now);

  @SqlUpdate("update sessions set seen_at = :day, expires_at = :expiresAt where id = :id")
  void seen(SessionId id, Instant day, Instant expiresAt);

  @SqlQuery(
      """
      select id, device, created_at, seen_at, expires_at
      from sessions
      where member = :member and expires_at > :now
      order by created_at desc, id desc
      """)
  @RegisterConstructorMapper(OwnSession.class)
  List<OwnSession> own(MemberId member, Instant now);

  @SqlUpdate("delete from sessions where id = :id and member = :member")
  int end(SessionId id, MemberId member);

  @SqlUpdate("delete from sessions where member = :member and id <> :spared")
  int endAllBut(MemberId member, long spared);

  @SqlUpdate("delete from sessions where expires_at < :now limit 10000")
  int sweep(Instant now);

  @SqlQuery("select count(*) from known_devices where token_hash = :hash and member = :member")
  int knownDevice(byte[] hash, MemberId member);

  @SqlUpdate(
      """
      insert into known_devices (token_hash, member, used_at)
      values (:hash, :member, :day)
      on duplicate key update used_at = values(used_at)
      """)
  void keepDevice(byte[] hash, MemberId member, Instant day);

  @SqlUpdate("delete from known_devices where member = :member")
  void forgetDevices(MemberId member);

  @SqlUpdate("delete from known_devices where used_at < :before limit 10000")
  int sweepDevices(Instant before);

  record Row(SessionId id, MemberId member, Instant createdAt, Instant seenAt, Instant expiresAt) {}
}
