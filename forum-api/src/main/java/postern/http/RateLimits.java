package postern.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import postern.storage.Database;
import postern.storage.Tx;

/**
 * Counts what a subject (a member, an address's index, a network address) did in the current
 * window, for all nodes together. The subject is kept as a keyed hash, and only until its window
 * has passed.
 */
public final class RateLimits {
  private final Database database;
  private final InstantSource clock;
  private final byte[] key;
  private final boolean on;

  public RateLimits(Database database, InstantSource clock, byte[] key, boolean on) {
    this.database = database;
    this.clock = clock;
    this.key = key.clone();
    this.on = on;
  }

  /** False where the operator lifted all rates, for benchmarks and checks. */
  public boolean on() {
    return on;
  }

  /** What became of one more. */
  public sealed interface Taken {
    record Allowed() implements Taken {}

    record TooMany(Duration retryAfter) implements Taken {}
  }

  /** Counts one more in a transaction of its own, so that a refused attempt counts too. */
  public Taken take(Rule rule, String subject) {
    return database.write(tx -> take(tx, rule, subject));
  }

  /** Counts one more together with what the caller is doing. */
  public Taken take(Tx tx, Rule rule, String subject) {
    if (!on) {
      return new Taken.Allowed();
    }
    var now = clock.instant();
    var window = windowStart(now, rule);
    var dao = tx.dao(Dao.class);
    var hash = hash(rule.name() + ":" + subject);
    dao.count(hash, window, window.plus(rule.window()));
    return dao.used(hash, window) <= rule.most()
        ? new Taken.Allowed()
        : new Taken.TooMany(Duration.between(now, window.plus(rule.window())).plusSeconds(1));
  }

  /** As {@link #take(Rule, String)}, ending the request with 429 when it is too many. */
  public void require(Rule rule, String subject) {
    switch (take(rule, subject)) {
      case Taken.Allowed _ -> {}
      case Taken.TooMany(var wait) -> throw Problem.tooMany(wait).thrown();
    }
  }

  /** Gives back what was counted, when the attempt turned out well (a right password). */
  public void forgive(Rule rule, String subject) {
    database.run(tx -> tx.dao(Dao.class).forget(hash(rule.name() + ":" + subject)));
  }

  /** Removes counts whose window has passed; a schedule calls it. */
  public int sweep() {
    return database.write(tx -> tx.dao(Dao.class).sweep(clock.instant()));
  }

  private static Instant windowStart(Instant now, Rule rule) {
    long seconds = rule.window().toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
  }

  private byte[] hash(String subject) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(subject.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  interface Dao {
    @SqlUpdate(
        """
        insert into rate_counts (subject_hash, window_start, window_end, used)
        values (:hash, :start, :end, 1)
        on duplicate key update used = used + 1
        """)
    void count(byte[] hash, Instant start, Instant end);

    @SqlQuery(
        """
        select used
        from rate_counts
        where subject_hash = :hash and window_start = :start
        """)
    int used(byte[] hash, Instant start);

    @SqlUpdate("delete from rate_counts where subject_hash = :hash")
    void forget(byte[] hash);

    @SqlUpdate("delete from rate_counts where window_end < :now limit 10000")
    int sweep(Instant now);
  }
}
