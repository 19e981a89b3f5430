package postern.storage;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;

/** A broken machine under the database, as its callers need to tell it: gone for now, or full. */
public sealed class StorageTrouble extends RuntimeException {
  private static final long serialVersionUID = 1;

  private StorageTrouble(String what, Throwable cause) {
    super(what, cause);
  }

  /** The database does not answer. Nothing was kept; come back later. */
  public static final class Unavailable extends StorageTrouble {
    private static final long serialVersionUID = 1;

    Unavailable(Throwable cause) {
      super("the database does not answer", cause);
    }
  }

  /** No room is left to keep anything. Nothing was kept. */
  public static final class Full extends StorageTrouble {
    private static final long serialVersionUID = 1;

    Full(Throwable cause) {
      super("the disk under the database is full", cause);
    }
  }

  static Optional<StorageTrouble> in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return ofSql(sql, failure);
      }
    }
    return Optional.empty();
  }

  private static Optional<StorageTrouble> ofSql(SQLException sql, Throwable failure) {
    if (isFull(sql)) {
      return Optional.of(new Full(failure));
    }
    return isUnavailable(sql) ? Optional.of(new Unavailable(failure)) : Optional.empty();
  }

  // ER_DISK_FULL, ER_RECORD_FILE_FULL, EE_WRITE and ER_ERROR_ON_WRITE, ER_GET_ERRNO with ENOSPC
  // (MySQL error reference).
  private static boolean isFull(SQLException sql) {
    return switch (sql.getErrorCode()) {
      case 1021, 1114, 3, 1026 -> true;
      case 1030 -> String.valueOf(sql.getMessage()).contains("28");
      default -> false;
    };
  }

  // Class 08 is a broken connection, 1040 too many of them, 1053 a server going down; the pool has
  // no SQL state.
  private static boolean isUnavailable(SQLException sql) {
    var state = sql.getSQLState();
    return sql instanceof SQLTransientConnectionException
        || sql instanceof SQLNonTransientConnectionException
        || (state != null && state.startsWith("08"))
        || sql.getErrorCode() == 1040
        || sql.getErrorCode() == 1053
        || sql.getClass().getSimpleName().equals("PoolExhaustedException");
  }
}
