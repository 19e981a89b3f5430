package postern.storage;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import postern.kernel.Failure;
import postern.kernel.Randomness;

/**
 * A MariaDB server that this application runs for itself, in the data folder, on loopback, with one
 * account whose password was drawn at random. It ends with the application, also when that is
 * killed: a small shell holds the other end of a pipe, and ends the server when the pipe closes.
 */
final class EmbeddedServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration RELAUNCH_PAUSE = Duration.ofSeconds(1);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  // The pipe on standard input closes when the JVM is gone, however it went. TERM lets the server
  // write its pages.
  private static final String LIFELINE =
      """
      exec 3<&0
      "$@" </dev/null 3<&- &
      server=$!
      ( read -r _ <&3; kill -TERM $server 2>/dev/null; sleep 20; kill -KILL $server 2>/dev/null ) >/dev/null 2>&1 &
      watch=$!
      exec 3<&-
      wait $server
      code=$?
      kill $watch 2>/dev/null
      exit $code
      """;

  private final Access access;
  private final Optional<FileLock> lock;
  private volatile Optional<Process> process;
  private volatile boolean closing;

  private EmbeddedServer(Access access, Optional<Process> process, Optional<FileLock> lock) {
    this.access = access;
    this.process = process;
    this.lock = lock;
  }

  /**
   * Unpacks, creates and starts what is missing.
   *
   * @throws StorageRefusal when another process owns the folder, or the server does not start
   */
  static EmbeddedServer start(Path folder, int bufferPoolMegabytes, Randomness randomness) {
    return tryLock(folder)
        .map(lock -> startLocked(folder, bufferPoolMegabytes, randomness, lock))
        .orElseThrow(
            () ->
                new StorageRefusal(
                    "Another Postern already uses the data folder "
                        + folder.toAbsolutePath().getParent()
                        + ". Stop it first, or give this one a folder of its own with"
                        + " POSTERN_DATA_DIR."));
  }

  /** Joins the server of the running service, or starts one for the length of a command. */
  static EmbeddedServer joinOrStart(Path folder, int bufferPoolMegabytes, Randomness randomness) {
    return tryLock(folder)
        .map(lock -> startLocked(folder, bufferPoolMegabytes, randomness, lock))
        .orElseGet(() -> join(folder));
  }

  Access access() {
    return access;
  }

  @Override
  public void close() {
    closing = true;
    process.ifPresent(EmbeddedServer::stop);
    lock.ifPresent(EmbeddedServer::release);
  }

  // Closing the channel releases its lock.
  private static void release(FileLock lock) {
    try {
      lock.acquiredBy().close();
    } catch (IOException alreadyClosed) {
      // The lock ends with the process in any case.
    }
  }

  private static Optional<FileLock> tryLock(Path folder) {
    try {
      OwnFolder.create(folder);
      var channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        var lock = channel.tryLock();
        if (lock != null) {
          return Optional.of(lock);
        }
      } catch (OverlappingFileLockException heldHere) {
        // Held by this very process: the same answer as for another one.
      }
      channel.close();
      return Optional.empty();
    } catch (IOException failure) {
      throw new StorageRefusal(
          "The data folder " + folder.toAbsolutePath() + " cannot be written to.", failure);
    }
  }

  private static EmbeddedServer join(Path folder) {
    var deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (true) {
      var access = Access.read(folder);
      if (access.isPresent() && answers(access.get())) {
        return new EmbeddedServer(access.get(), Optional.empty(), Optional.empty());
      }
      if (System.nanoTime() > deadline) {
        throw new StorageRefusal("The running service's database does not answer.");
      }
      pause();
    }
  }

  private static EmbeddedServer startLocked(
      Path folder, int bufferPoolMegabytes, Randomness randomness, FileLock lock) {
    Process process = null;
    try {
      var program = ServerProgram.unpack(folder);
      var password = ServerFiles.createIfMissing(program, folder, randomness);
      var access = new Access(freePort(), password);
      process = launch(program, folder, access, bufferPoolMegabytes);
      awaitAnswer(process, access, folder);
      access.write(folder);
      var server = new EmbeddedServer(access, Optional.of(process), Optional.of(lock));
      server.keepRunning(() -> launch(program, folder, access, bufferPoolMegabytes));
      return server;
    } catch (IOException failure) {
      throw new StorageRefusal(
          "The embedded database could not be started in " + folder.toAbsolutePath() + ".",
          failure);
    } catch (RuntimeException failure) {
      if (process != null) {
        stop(process);
      }
      new EmbeddedServer(null, Optional.empty(), Optional.of(lock)).close();
      throw failure;
    }
  }

  @FunctionalInterface
  private interface Launch {
    Process now() throws IOException;
  }

  // A server that dies under the application (out of memory, a stray kill) is started again; until
  // it answers, so do
  // we with 503 and 451.
  private void keepRunning(Launch launch) {
    process.orElseThrow().onExit().thenRunAsync(() -> relaunch(launch));
  }

  private void relaunch(Launch launch) {
    while (!closing) {
      LOG.warn("database server ended, starting it again");
      try {
        Thread.sleep(RELAUNCH_PAUSE);
        if (closing) {
          return;
        }
        process = Optional.of(launch.now());
        keepRunning(launch);
        return;
      } catch (IOException notNow) {
        LOG.error("database server not started {}", Failure.trace(notNow));
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static Process launch(
      ServerProgram program, Path folder, Access access, int bufferPoolMegabytes)
      throws IOException {
    var command = new ArrayList<>(List.of("/bin/sh", "-c", LIFELINE, "postern-database"));
    command.addAll(program.command(ServerFiles.in(folder)));
    command.addAll(
        List.of(
            "--bind-address=127.0.0.1",
            "--port=" + access.port(),
            "--socket=postern.sock",
            "--skip-ssl",
            "--skip-name-resolve",
            "--performance-schema=OFF",
            "--innodb-buffer-pool-size=" + bufferPoolMegabytes + "M",
            "--innodb-flush-log-at-trx-commit=1",
            "--max-allowed-packet=64M",
            "--max-connections=200",
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_bin"));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile()))
        .start();
  }

  private static void awaitAnswer(Process process, Access access, Path folder) {
    var deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!answers(access)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new StorageRefusal(
            "The embedded database did not start; the reason stands at the end of "
                + folder.resolve("server.log")
                + ".");
      }
      pause();
    }
  }

  private static boolean answers(Access access) {
    try (var connection =
        DriverManager.getConnection(access.url(), access.user(), access.password())) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private static void stop(Process process) {
    try {
      // Closing the pipe is the lifeline's own signal, so that an ordinary stop tests the
      // extraordinary one.
      process.getOutputStream().close();
      if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (IOException alreadyClosed) {
      process.destroy();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      process.destroy();
    }
  }

  private static int freePort() throws IOException {
    try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(40);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new StorageRefusal("Interrupted while the database was starting.", stop);
    }
  }
}
