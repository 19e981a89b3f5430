package postern.storage;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings the tables to the shape that this version of the code needs; nodes that start together
 * wait for one another.
 */
final class Migrations {
  private Migrations() {}

  static void apply(DataSource source) {
    try {
      Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
    } catch (FlywayException failure) {
      throw new StorageRefusal(
          "The database could not be brought to this version's tables.", failure);
    }
  }
}
