package postern.web.proof;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import postern.storage.DatabaseSettings;

/** Counts the statements that the database server has run, by their kind. */
final class StatementCount implements AutoCloseable {
  private static final List<String> KINDS =
      List.of("Com_select", "Com_insert", "Com_update", "Com_delete", "Com_replace", "Com_commit");

  private final Connection connection;

  StatementCount(DatabaseSettings settings) {
    try {
      connection =
          DriverManager.getConnection(settings.url(), settings.user(), settings.password());
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  Map<String, Long> now() {
    var counts = new TreeMap<String, Long>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("show global status like 'Com\\_%'")) {
      while (rows.next()) {
        if (KINDS.contains(rows.getString(1))) {
          counts.put(rows.getString(1), rows.getLong(2));
        }
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    return counts;
  }

  Map<String, Long> since(Map<String, Long> before) {
    var counts = new TreeMap<>(now());
    counts.replaceAll((kind, count) -> count - before.get(kind));
    return counts;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException gone) {
      // The server has closed it before.
    }
  }
}
