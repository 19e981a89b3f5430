package postern.accounts;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.AddressId;

interface MailedTokensDao {
  @SqlUpdate(
      """
      insert into mailed_tokens (token_hash, purpose, subject, told, other, expires_at)
      values (:hash, :purpose, :subject, :told, :other, :expiresAt)
      """)
  void insert(
      byte[] hash,
      TokenPurpose purpose,
      long subject,
      AddressId told,
      AddressId other,
      Instant expiresAt);

  @SqlQuery(
      """
      select subject, told, other
      from mailed_tokens
      where token_hash = :hash and purpose = :purpose and expires_at > :now
      """)
  @RegisterConstructorMapper(Row.class)
  Optional<Row> find(byte[] hash, TokenPurpose purpose, Instant now);

  @SqlUpdate("delete from mailed_tokens where token_hash = :hash")
  int delete(byte[] hash);

  @SqlUpdate("delete from mailed_tokens where purpose = :purpose and subject = :subject")
  int deleteAll(TokenPurpose purpose, long subject);

  @SqlUpdate("delete from mailed_tokens where expires_at < :now limit 10000")
  int sweep(Instant now);

  record Row(long subject, Optional<AddressId> told, Optional<AddressId> other) {}
}
