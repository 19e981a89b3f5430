package postern.storage;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dropwizard.util.Duration;
import java.util.Objects;

/**
 * Where the data lies.
 *
 * @param url a {@code jdbc:mysql:} address of a MySQL or MariaDB server; empty for the embedded
 *     server
 * @param user who logs in there; not used for the embedded server
 * @param password their password; not used for the embedded server
 * @param connections the most connections that this node holds open
 * @param borrowTimeout how long a request waits for one of them before it is told to come back
 *     later
 * @param bufferPoolMegabytes the embedded server's page cache
 * @param minimumFreeMegabytes below this much free disk under the data folder, writes are refused
 *     with 507 or 452
 */
public record DatabaseSettings(
    @JsonProperty String url,
    @JsonProperty String user,
    @JsonProperty String password,
    @JsonProperty int connections,
    @JsonProperty Duration borrowTimeout,
    @JsonProperty int bufferPoolMegabytes,
    @JsonProperty int minimumFreeMegabytes) {
  public DatabaseSettings {
    url = Objects.requireNonNullElse(url, "").strip();
    user = Objects.requireNonNullElse(user, "");
    password = Objects.requireNonNullElse(password, "");
    borrowTimeout = Objects.requireNonNullElse(borrowTimeout, Duration.seconds(5));
    connections = connections == 0 ? 24 : connections;
    bufferPoolMegabytes = bufferPoolMegabytes == 0 ? 128 : bufferPoolMegabytes;
    if (!url.isEmpty() && !url.startsWith("jdbc:mysql:")) {
      throw new IllegalArgumentException("database.url starts with jdbc:mysql:, also for MariaDB");
    }
  }

  public static DatabaseSettings embeddedDefaults() {
    return new DatabaseSettings("", "", "", 24, Duration.seconds(5), 128, 64);
  }

  public boolean embedded() {
    return url.isEmpty();
  }

  /** Hides the password. */
  @Override
  public String toString() {
    return "DatabaseSettings[" + (embedded() ? "embedded" : "external") + "]";
  }
}
