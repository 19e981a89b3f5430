package postern.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import postern.kernel.Base32;
import postern.kernel.Randomness;

/**
 * The server's data files: created once, with one account, whose password stands in a file beside
 * them.
 */
final class ServerFiles {
  private static final String FILES = "files";
  private static final String PASSWORD = "password";

  private ServerFiles() {}

  static Path in(Path folder) {
    return folder.resolve(FILES);
  }

  /** Returns the password of the one account. */
  static String createIfMissing(ServerProgram program, Path folder, Randomness randomness)
      throws IOException {
    var passwordFile = folder.resolve(PASSWORD);
    if (!Files.exists(in(folder))) {
      var password = Base32.encode(randomness.bytes(25));
      OwnFolder.createFile(passwordFile);
      Files.writeString(passwordFile, password);
      create(program, folder, password);
    }
    return Files.readString(passwordFile).strip();
  }

  // Into a folder beside it first: what stands under its final name is whole.
  private static void create(ServerProgram program, Path folder, String password)
      throws IOException {
    var fresh = Files.createTempDirectory(folder, "creating");
    var command = program.command(fresh);
    command.add("--bootstrap");
    command.add("--skip-ssl");
    var log = folder.resolve("server.log").toFile();
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start();
    try (var in = process.getOutputStream()) {
      in.write(script(program, password).getBytes(StandardCharsets.UTF_8));
    }
    if (exitCode(process) != 0) {
      throw new StorageRefusal(
          "The embedded database could not be created; the reason stands at the end of " + log);
    }
    Files.move(fresh, in(folder), StandardCopyOption.ATOMIC_MOVE);
  }

  // The system tables as the server ships them, without the accounts that its own installer would
  // add.
  private static String script(ServerProgram program, String password) throws IOException {
    return """
    create database mysql;
    use mysql;
    set @auth_root_authentication = 'unix_socket';
    %s
    %s
    delete from mysql.global_priv;
    flush privileges;
    create user 'postern'@'127.0.0.1' identified by '%s';
    grant all privileges on *.* to 'postern'@'127.0.0.1';
    create database postern character set utf8mb4 collate utf8mb4_bin;
    flush privileges;
    """
        .formatted(
            program.script("mariadb_system_tables.sql"),
            program.script("mariadb_performance_tables.sql"),
            password);
  }

  private static int exitCode(Process process) {
    try {
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        return -1;
      }
      return process.exitValue();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      return -1;
    }
  }
}
