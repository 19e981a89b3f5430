package postern.storage;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import postern.kernel.Randomness;

/**
 * A real database that writes down every statement it is given, so that a test can compare the work
 * of two answers.
 */
public final class RecordedDatabase implements AutoCloseable {
  private final List<String> statements = new CopyOnWriteArrayList<>();
  private final Storage storage;
  private final Database database;

  private RecordedDatabase(DatabaseSettings settings) {
    storage = Storage.open(settings, Path.of("target"), Storage.Role.SERVICE, Randomness.secure());
    database = Database.over(source(settings));
  }

  public static RecordedDatabase fresh() {
    return new RecordedDatabase(TestDatabase.freshSettings());
  }

  public Database database() {
    return database;
  }

  /** The statements that this work runs, in order, without their values. */
  public List<String> during(Runnable work) {
    statements.clear();
    work.run();
    return List.copyOf(statements);
  }

  @Override
  public void close() {
    storage.close();
  }

  private DataSource source(DatabaseSettings settings) {
    var properties = new Properties();
    properties.setProperty("user", settings.user());
    properties.setProperty("password", settings.password());
    properties.setProperty("connectionTimeZone", "UTC");
    properties.setProperty("forceConnectionTimeZoneToSession", "true");
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (_, method, _) -> {
              if (!method.getName().equals("getConnection")) {
                throw new UnsupportedOperationException(method.getName());
              }
              return recording(DriverManager.getConnection(settings.url(), properties));
            });
  }

  private Connection recording(Connection connection) throws SQLException {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                statements.add((String) arguments[0]);
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
  }
}
