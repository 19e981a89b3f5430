package postern.storage;

import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.ManagedDataSource;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import postern.kernel.Randomness;

/**
 * The open database of this process, embedded or not. Closing it ends the embedded server with it.
 */
public final class Storage implements AutoCloseable {
  /**
   * Who opens it: the service owns the embedded server, a command may join the one that is running.
   */
  public enum Role {
    SERVICE,
    COMMAND
  }

  private static final String SESSION =
      "sql_mode='STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'";

  private static final int CONNECTIONS_FOR_IDS = 2;

  private final ManagedDataSource source;
  private final ManagedDataSource idSource;
  private final Optional<EmbeddedServer> server;
  private final Database database;
  private final Database idDatabase;

  private Storage(
      ManagedDataSource source,
      ManagedDataSource idSource,
      DiskSpace space,
      Optional<EmbeddedServer> server) {
    this.source = source;
    this.idSource = idSource;
    this.server = server;
    this.database = Database.over(source, space);
    this.idDatabase = Database.over(idSource);
  }

  /**
   * Opens the database and brings its tables to this version.
   *
   * @throws StorageRefusal with a sentence for the operator when it cannot be used
   */
  public static Storage open(
      DatabaseSettings settings, Path dataFolder, Role role, Randomness randomness) {
    if (!settings.embedded()) {
      return checked(
          settings,
          new Login(settings.url(), settings.user(), settings.password()),
          dataFolder,
          Optional.empty());
    }
    var folder = dataFolder.resolve("database");
    var server =
        switch (role) {
          case SERVICE -> EmbeddedServer.start(folder, settings.bufferPoolMegabytes(), randomness);
          case COMMAND ->
              EmbeddedServer.joinOrStart(folder, settings.bufferPoolMegabytes(), randomness);
        };
    try {
      var access = server.access();
      return checked(
          settings,
          new Login(access.url(), access.user(), access.password()),
          dataFolder,
          Optional.of(server));
    } catch (RuntimeException failure) {
      server.close();
      throw failure;
    }
  }

  public Database database() {
    return database;
  }

  /**
   * Connections of their own for ids alone: a transaction that draws one must not wait for a
   * connection that another such transaction holds.
   */
  public Database idDatabase() {
    return idDatabase;
  }

  /** For health checks: throws when the database does not answer. */
  public void ping() {
    database.read(tx -> tx.dao(Ping.class).one());
  }

  /** What the database server calls itself. */
  public String server() {
    return database.read(tx -> tx.dao(Ping.class).version());
  }

  @Override
  public void close() {
    stop(idSource);
    stop(source);
    server.ifPresent(EmbeddedServer::close);
  }

  private record Login(String url, String user, String password) {
    @Override
    public String toString() {
      return "Login[hidden]";
    }
  }

  private static Storage checked(
      DatabaseSettings settings, Login login, Path dataFolder, Optional<EmbeddedServer> server) {
    var source = pool(settings, settings.connections(), login);
    try {
      ServerVersion.parse(version(source)).require();
      Migrations.apply(source);
      var space = new DiskSpace(dataFolder, settings.minimumFreeMegabytes());
      return new Storage(source, pool(settings, CONNECTIONS_FOR_IDS, login), space, server);
    } catch (RuntimeException failure) {
      stop(source);
      throw failure;
    }
  }

  private static ManagedDataSource pool(DatabaseSettings settings, int most, Login login) {
    var factory = new DataSourceFactory();
    factory.setDriverClass("com.mysql.cj.jdbc.Driver");
    factory.setUrl(login.url());
    factory.setUser(login.user());
    factory.setPassword(login.password());
    factory.setProperties(driverProperties());
    factory.setMaxSize(most);
    factory.setMinSize(Math.min(2, most));
    factory.setInitialSize(1);
    factory.setMaxWaitForConnection(settings.borrowTimeout());
    factory.setDefaultTransactionIsolation(DataSourceFactory.TransactionIsolation.READ_COMMITTED);
    factory.setCheckConnectionOnBorrow(true);
    factory.setValidationQuery("/* ping */ select 1");
    factory.setValidationInterval(io.dropwizard.util.Duration.seconds(1));
    return factory.build(new com.codahale.metrics.MetricRegistry(), "database");
  }

  private static Map<String, String> driverProperties() {
    return Map.of(
        "characterEncoding", "UTF-8",
        "connectionTimeZone", "UTC",
        "forceConnectionTimeZoneToSession", "true",
        "sessionVariables", SESSION,
        "rewriteBatchedStatements", "true",
        "useServerPrepStmts", "false",
        // The driver is the only one that changes a session, so it need not ask the server for its
        // state.
        "useLocalSessionState", "true",
        "cacheServerConfiguration", "true",
        "connectTimeout", "5000",
        "socketTimeout", "60000");
  }

  private static String version(ManagedDataSource source) {
    try (var connection = source.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select version()")) {
      rows.next();
      return rows.getString(1);
    } catch (java.sql.SQLException failure) {
      throw new StorageRefusal(
          "The database server could not be reached with the address and user given.", failure);
    }
  }

  private static void stop(ManagedDataSource source) {
    try {
      source.stop();
    } catch (Exception alreadyClosed) {
      // Nothing is waiting on these connections any more.
    }
  }

  interface Ping {
    @org.jdbi.v3.sqlobject.statement.SqlQuery("select 1")
    int one();

    @org.jdbi.v3.sqlobject.statement.SqlQuery("select version()")
    String version();
  }
}
