package postern.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * How this installation's own processes reach the embedded server; kept in a file that only its
 * owner can read.
 */
record Access(int port, String password) {
  private static final String FILE = "access.properties";

  String user() {
    return "postern";
  }

  String url() {
    return "jdbc:mysql://127.0.0.1:"
        + port
        + "/postern?sslMode=DISABLED&allowPublicKeyRetrieval=true";
  }

  void write(Path folder) throws IOException {
    var properties = new Properties();
    properties.setProperty("port", Integer.toString(port));
    properties.setProperty("password", password);
    var fresh = folder.resolve(FILE + ".new");
    OwnFolder.createFile(fresh);
    try (var out = Files.newOutputStream(fresh)) {
      properties.store(out, null);
    }
    Files.move(
        fresh,
        folder.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  static Optional<Access> read(Path folder) {
    try (var in = Files.newInputStream(folder.resolve(FILE))) {
      var properties = new Properties();
      properties.load(in);
      return Optional.of(
          new Access(
              Integer.parseInt(properties.getProperty("port")),
              properties.getProperty("password")));
    } catch (IOException | NumberFormatException notYet) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "Access[" + port + "]";
  }
}
