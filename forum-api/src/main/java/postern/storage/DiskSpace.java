package postern.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Says no to writes before the disk under the data folder is so full that the database itself
 * stumbles.
 */
final class DiskSpace {
  private static final long LOOK_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

  private final Path folder;
  private final long minimumBytes;
  private volatile long lookedAt = System.nanoTime() - LOOK_EVERY_NANOS;
  private volatile boolean enough = true;

  DiskSpace(Path folder, int minimumMegabytes) {
    this.folder = folder;
    this.minimumBytes = (long) minimumMegabytes << 20;
  }

  /** For a server on another machine, whose disk is its own affair. */
  static DiskSpace elsewhere() {
    return new DiskSpace(Path.of("."), 0);
  }

  boolean enough() {
    if (minimumBytes > 0 && System.nanoTime() - lookedAt >= LOOK_EVERY_NANOS) {
      enough = free() >= minimumBytes;
      lookedAt = System.nanoTime();
    }
    return enough;
  }

  private long free() {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException unknown) {
      return Long.MAX_VALUE;
    }
  }
}
