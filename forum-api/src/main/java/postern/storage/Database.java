package postern.storage;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/**
 * Transactions. What a write returns is committed; when it throws, nothing of it was kept. A write
 * that the database gave up for the sake of another (a deadlock, a certification failure in a
 * cluster) is run again, so its work must have no effect outside the transaction.
 */
public final class Database {
  private static final int ATTEMPTS = 6;
  private static final Duration PAUSE = Duration.ofMillis(15);

  private final Jdbi jdbi;
  private final DiskSpace space;
  private final Daos daos;
  private final Changes changes = new Changes(this);

  private Database(Jdbi jdbi, DiskSpace space) {
    this.jdbi = jdbi;
    this.space = space;
    this.daos = new Daos(jdbi);
  }

  public static Database over(DataSource source) {
    return over(source, DiskSpace.elsewhere());
  }

  static Database over(DataSource source, DiskSpace space) {
    var jdbi = Jdbi.create(source).installPlugin(new SqlObjectPlugin());
    ColumnTypes.register(jdbi);
    return new Database(jdbi, space);
  }

  /**
   * Runs the work in one transaction, at READ COMMITTED.
   *
   * @throws StorageTrouble when the database is away or full
   */
  public <T> T write(Function<Tx, T> work) {
    if (!space.enough()) {
      throw new StorageTrouble.Full(null);
    }
    return again(work);
  }

  private <T> T again(Function<Tx, T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(work);
      } catch (RuntimeException failure) {
        if (attempt == ATTEMPTS || !lostToAnother(failure)) {
          throw StorageTrouble.in(failure)
              .<RuntimeException>map(trouble -> trouble)
              .orElse(failure);
        }
        pause(attempt);
      }
    }
  }

  /** As {@link #write}, for work with nothing to return. */
  public void run(Consumer<Tx> work) {
    write(
        tx -> {
          work.accept(tx);
          return null;
        });
  }

  /** Reads one consistent state. */
  public <T> T read(Function<Tx, T> work) {
    return again(work);
  }

  /** What changed of what pages show. */
  public Changes changes() {
    return changes;
  }

  private <T> T once(Function<Tx, T> work) {
    var wakes = new ArrayList<Runnable>();
    var changed = new HashSet<Part>();
    T result;
    try {
      result =
          jdbi.inTransaction(
              TransactionIsolationLevel.READ_COMMITTED,
              handle -> {
                var tx = watched(handle);
                T done = work.apply(tx);
                changed.addAll(tx.changed());
                changes.tell(tx, changed);
                wakes.addAll(tx.wakes());
                return done;
              });
    } finally {
      // Also when it failed: a commit whose answer was lost may have happened.
      changes.happened(changed);
    }
    wakes.forEach(Runnable::run);
    return result;
  }

  private Tx watched(Handle handle) {
    var watch = new Watch(changes.tables());
    if (changes.tables().any()) {
      handle.setSqlLogger(watch);
    }
    return new Tx(handle, watch, daos);
  }

  // 1213 is a deadlock, 1205 a lock wait that timed out, 40001 a serialization failure, also
  // Galera's.
  private static boolean lostToAnother(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql.getErrorCode() == 1213
            || sql.getErrorCode() == 1205
            || "40001".equals(sql.getSQLState());
      }
    }
    return false;
  }

  private static void pause(int attempt) {
    try {
      Thread.sleep(PAUSE.multipliedBy(attempt * (long) attempt));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted between two attempts", stop);
    }
  }
}
