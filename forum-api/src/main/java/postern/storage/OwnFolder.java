package postern.storage;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders and files that nobody but the account of the service can open. */
final class OwnFolder {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private OwnFolder() {}

  static void create(Path folder) throws IOException {
    Files.createDirectories(folder, mode("rwx------"));
  }

  static void createFile(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file, mode("rw-------"));
  }

  private static FileAttribute<?>[] mode(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
