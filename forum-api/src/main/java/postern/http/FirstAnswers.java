package postern.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.kernel.MemberId;
import postern.storage.Database;

/** Keeps the first answer to each call that carried an idempotency key, for a day. */
public final class FirstAnswers {
  private static final Duration KEPT = Duration.ofDays(1);

  private final Database database;
  private final InstantSource clock;

  public FirstAnswers(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Who calls, with which key, and what: key and call as hashes. */
  record Call(MemberId owner, byte[] key, byte[] request) {}

  sealed interface Begun {
    record First() implements Begun {}

    record Again(int status, String mediaType, byte[] body) implements Begun {}

    record Unfinished() implements Begun {}

    record OtherCall() implements Begun {}
  }

  Begun begin(Call call) {
    return database.write(
        tx -> {
          var dao = tx.dao(Dao.class);
          if (dao.insert(call.owner(), call.key(), call.request(), clock.instant()) == 1) {
            return new Begun.First();
          }
          return dao.find(call.owner(), call.key())
              .map(row -> repeated(row, call))
              .orElseGet(Begun.Unfinished::new);
        });
  }

  private static Begun repeated(Dao.Row row, Call call) {
    if (!Arrays.equals(row.requestHash(), call.request())) {
      return new Begun.OtherCall();
    }
    return row.status() == null
        ? new Begun.Unfinished()
        : new Begun.Again(row.status(), row.mediaType(), row.body());
  }

  void keep(Call call, int status, String mediaType, byte[] body) {
    database.run(tx -> tx.dao(Dao.class).keep(call.owner(), call.key(), status, mediaType, body));
  }

  void forget(Call call) {
    database.run(tx -> tx.dao(Dao.class).forget(call.owner(), call.key()));
  }

  /** Forgets answers of yesterday; a schedule calls it. */
  public int sweep() {
    return database.write(tx -> tx.dao(Dao.class).sweep(clock.instant().minus(KEPT)));
  }

  interface Dao {
    @SqlUpdate(
        """
        insert ignore into idempotent_answers (owner, key_hash, request_hash, asked_at)
        values (:owner, :key, :request, :now)
        """)
    int insert(MemberId owner, byte[] key, byte[] request, Instant now);

    @SqlQuery(
        """
        select request_hash, status, media_type, body
        from idempotent_answers
        where owner = :owner and key_hash = :key
        """)
    @RegisterConstructorMapper(Row.class)
    Optional<Row> find(MemberId owner, byte[] key);

    @SqlUpdate(
        """
        update idempotent_answers
        set status = :status, media_type = :mediaType, body = :body
        where owner = :owner and key_hash = :key
        """)
    void keep(MemberId owner, byte[] key, int status, String mediaType, byte[] body);

    @SqlUpdate("delete from idempotent_answers where owner = :owner and key_hash = :key")
    void forget(MemberId owner, byte[] key);

    @SqlUpdate("delete from idempotent_answers where asked_at < :before limit 10000")
    int sweep(Instant before);

    record Row(byte[] requestHash, Integer status, String mediaType, byte[] body) {}
  }
}
