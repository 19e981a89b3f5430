package postern.web.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import postern.Forum;

/** An empty installation in a temporary folder, with the embedded database; gone when closed. */
final class ThrowAway implements AutoCloseable {
  private final Path folder;
  private final Installation installation;

  private ThrowAway(Path folder, Installation installation) {
    this.folder = folder;
    this.installation = installation;
  }

  static ThrowAway installation(Terminal terminal) throws Exception {
    var folder = Files.createTempDirectory("postern-trial");
    // Whatever the configuration names, a trial touches no data but its own and sends nothing.
    Map.of(
            "dw.site.dataDir", folder.toString(),
            "dw.site.keyFile", "",
            "dw.site.origin", "http://localhost:8080",
            "dw.database.url", "",
            "dw.mail.relayHost", "")
        .forEach(System::setProperty);
    try {
      return new ThrowAway(folder, Installation.open(terminal));
    } catch (Exception failure) {
      delete(folder);
      throw failure;
    }
  }

  Forum forum() {
    return installation.forum();
  }

  @Override
  public void close() throws IOException {
    installation.close();
    delete(folder);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
