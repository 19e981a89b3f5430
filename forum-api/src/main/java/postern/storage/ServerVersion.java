package postern.storage;

import java.util.regex.Pattern;

/**
 * Refuses servers on which data would be lost or statements fail: MySQL before 8.0 and MariaDB
 * before 11.
 */
record ServerVersion(boolean mariaDb, int major, int minor) {
  // An old MariaDB puts 5.5.5- before its own number, for the sake of old clients.
  private static final Pattern NUMBER = Pattern.compile("(?:5\\.5\\.5-)?([0-9]+)\\.([0-9]+)\\..*");

  static ServerVersion parse(String version) {
    var matcher = NUMBER.matcher(version);
    if (!matcher.matches()) {
      throw new StorageRefusal(
          "The database server names a version that Postern cannot read: " + version);
    }
    return new ServerVersion(
        version.toLowerCase(java.util.Locale.ROOT).contains("mariadb"),
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)));
  }

  void require() {
    if (mariaDb && major < 11) {
      throw new StorageRefusal(
          "The database server is MariaDB %d.%d. Postern needs MariaDB 11 or newer (11.4 advised): the driver drops"
                  .formatted(major, minor)
              + " microseconds on older ones.");
    }
    if (!mariaDb && major < 8) {
      throw new StorageRefusal(
          "The database server is MySQL %d.%d. Postern needs MySQL 8.0 or newer (8.4 advised), or MariaDB 11 or newer."
              .formatted(major, minor));
    }
  }
}
