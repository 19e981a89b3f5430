package postern.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A connection to the embedded server of an application that runs, for the bench alone. */
public final class Joined {
  private Joined() {}

  public static Connection to(Path dataFolder) throws SQLException {
    var access = Access.read(dataFolder.resolve("database")).orElseThrow();
    return DriverManager.getConnection(access.url(), access.user(), access.password());
  }
}
