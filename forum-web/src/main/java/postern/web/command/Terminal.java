package postern.web.command;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Where a command was typed.
 *
 * @param folder the caller's, from which relative files are meant
 * @param config the configuration file in force
 */
record Terminal(InputStream in, PrintStream out, PrintStream err, Path folder, Path config) {
  static Terminal ofProcess() {
    var config = System.getenv("POSTERN_CONFIG");
    return new Terminal(
        System.in,
        System.out,
        System.err,
        Path.of(System.getProperty("postern.from", "")).toAbsolutePath(),
        Path.of(config == null || config.isBlank() ? "config.yml" : config));
  }

  Path file(String typed) {
    return folder.resolve(typed);
  }
}
