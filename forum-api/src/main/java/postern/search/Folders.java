package postern.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * The folders of this node's index, one for each making of it, and the lock that says that a
 * process works in them.
 */
final class Folders implements AutoCloseable {
  /** Raised when what the index holds of a post changes: then each node makes its own anew. */
  static final int VERSION = 1;

  private static final String PREFIX = "v" + VERSION + "-";

  private final Path top;
  private final FSDirectory directory;
  private final Lock lock;

  private Folders(Path top, FSDirectory directory, Lock lock) {
    this.top = top;
    this.directory = directory;
    this.lock = lock;
  }

  /** Empty while another process works in them. */
  static Optional<Folders> open(Path top) {
    try {
      Files.createDirectories(top);
      var directory = FSDirectory.open(top);
      try {
        return Optional.of(new Folders(top, directory, directory.obtainLock("in-use.lock")));
      } catch (LockObtainFailedException inUse) {
        directory.close();
        return Optional.empty();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Those of this version, the newest first. */
  List<Path> all() {
    return list().stream()
        .filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
        .sorted(Comparator.comparingLong(Folders::number).reversed())
        .toList();
  }

  /** A folder that was not used before. */
  Path next() {
    long last = all().stream().mapToLong(Folders::number).max().orElse(0);
    return top.resolve(PREFIX + (last + 1));
  }

  /** Removes all but one, those of other versions too. */
  void keepOnly(Path one) {
    list().stream().filter(folder -> !folder.equals(one)).forEach(Folders::delete);
  }

  @Override
  public void close() {
    try {
      lock.close();
      directory.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private List<Path> list() {
    try (var entries = Files.list(top)) {
      return entries
          .filter(Files::isDirectory)
          .filter(folder -> folder.getFileName().toString().matches("v[0-9]+-[0-9]{1,18}"))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static long number(Path folder) {
    return Long.parseLong(folder.getFileName().toString().substring(PREFIX.length()));
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
