package postern.storage;

import io.dropwizard.util.Duration;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import postern.kernel.Randomness;

/**
 * A real database for tests: one server for the whole run, a schema of its own for each test class
 * that asks. With {@code postern.test.database.url} (and {@code .user}, {@code .password}) set, it
 * is that server instead.
 */
public final class TestDatabase {
  private static final AtomicInteger SCHEMAS = new AtomicInteger();
  private static final long RUN = ProcessHandle.current().pid();
  private static EmbeddedServer server;

  private TestDatabase() {}

  /** A freshly migrated schema. Close it at the end of the class. */
  public static Storage fresh() {
    return Storage.open(
        freshSettings(), Path.of("target"), Storage.Role.SERVICE, Randomness.secure());
  }

  /** Settings that lead to a schema that is empty, for tests that open the storage themselves. */
  public static synchronized DatabaseSettings freshSettings() {
    var url = System.getProperty("postern.test.database.url", "");
    var schema = "postern_test_" + RUN + "_" + SCHEMAS.incrementAndGet();
    if (!url.isEmpty()) {
      return create(
          url,
          System.getProperty("postern.test.database.user"),
          System.getProperty("postern.test.database.password"),
          schema);
    }
    if (server == null) {
      server = startShared();
    }
    return create(
        server.access().url(), server.access().user(), server.access().password(), schema);
  }

  private static EmbeddedServer startShared() {
    if (System.getProperty("postern.database.program") == null) {
      System.setProperty(
          "postern.database.program", Path.of("target", "database-program").toString());
    }
    var folder = Path.of("target", "test-database-" + RUN);
    var started = EmbeddedServer.start(folder, 64, Randomness.secure());
    // What a test wrote need not survive a power cut; EmbeddedServerTest starts servers of its own.
    run(started.access(), "set global innodb_flush_log_at_trx_commit = 0");
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  started.close();
                  delete(folder);
                }));
    return started;
  }

  private static void run(Access access, String sql) {
    try (var connection =
            DriverManager.getConnection(access.url(), access.user(), access.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static DatabaseSettings create(String url, String user, String password, String schema) {
    try (var connection = DriverManager.getConnection(url, user, password);
        var statement = connection.createStatement()) {
      statement.execute("create database " + schema + " character set utf8mb4 collate utf8mb4_bin");
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    var own = url.replaceFirst("(jdbc:mysql://[^/]+/)[^?]*", "$1" + schema);
    return new DatabaseSettings(own, user, password, 8, Duration.seconds(90), 64, 0);
  }

  private static void delete(Path folder) {
    try (var files = java.nio.file.Files.walk(folder)) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (java.io.IOException leftBehind) {
      // It lies under target, which the next clean build removes.
    }
  }
}
