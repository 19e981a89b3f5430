package postern.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import postern.mail.dkim.DkimAlgorithm;
import postern.mail.dkim.DkimKey;
import postern.storage.StorageRefusal;

/** The file of the signing keys: for its owner alone, and replaced as a whole. */
final class SigningKeyFile {
  private final Path path;
  private FileTime readAt;
  private List<SigningKey> keys = List.of();

  SigningKeyFile(Path path) {
    this.path = path.toAbsolutePath();
  }

  /** As the file says now; none when it is missing. */
  synchronized List<SigningKey> keys() {
    try {
      if (!Files.exists(path)) {
        return List.of();
      }
      var changed = Files.getLastModifiedTime(path);
      if (!changed.equals(readAt)) {
        keys = read();
        readAt = changed;
      }
      return keys;
    } catch (IOException
        | GeneralSecurityException
        | IllegalArgumentException
        | DateTimeParseException broken) {
      throw new StorageRefusal("The file of the signing keys " + path + " cannot be used.", broken);
    }
  }

  synchronized void write(List<SigningKey> changed) {
    var properties = new Properties();
    for (var key : changed) {
      var selector = key.key().selector();
      var pair = key.key().pair();
      properties.setProperty(selector + ".algorithm", key.key().algorithm().tag());
      properties.setProperty(selector + ".state", key.state().name());
      properties.setProperty(selector + ".since", key.since().toString());
      properties.setProperty(selector + ".private", coded(pair.getPrivate().getEncoded()));
      properties.setProperty(selector + ".public", coded(pair.getPublic().getEncoded()));
    }
    try {
      Files.createDirectories(path.getParent());
      var fresh = Files.createTempFile(path.getParent(), "dkim", ".new");
      if (Files.getFileStore(fresh).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
      }
      try (var out = Files.newOutputStream(fresh)) {
        properties.store(
            out, "The keys that sign mail. bin/postern keys rotate --dkim changes them.");
      }
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
      readAt = null;
    } catch (IOException failure) {
      throw new StorageRefusal(
          "The file of the signing keys " + path + " cannot be written.", failure);
    }
  }

  private List<SigningKey> read() throws IOException, GeneralSecurityException {
    var properties = new Properties();
    try (var in = Files.newInputStream(path)) {
      properties.load(in);
    }
    var selectors = new TreeSet<String>();
    for (var name : properties.stringPropertyNames()) {
      selectors.add(name.substring(0, name.indexOf('.')));
    }
    var found = new ArrayList<SigningKey>();
    for (var selector : selectors) {
      var algorithm =
          DkimAlgorithm.of(value(properties, selector, "algorithm"))
              .orElseThrow(() -> new IllegalArgumentException("an unknown algorithm"));
      var pair =
          algorithm.read(
              plain(value(properties, selector, "private")),
              plain(value(properties, selector, "public")));
      found.add(
          new SigningKey(
              new DkimKey(selector, algorithm, pair),
              SigningKey.State.valueOf(value(properties, selector, "state")),
              Instant.parse(value(properties, selector, "since"))));
    }
    return List.copyOf(found);
  }

  private static String value(Properties properties, String selector, String name) {
    return properties.getProperty(selector + "." + name, "");
  }

  private static String coded(byte[] key) {
    return Base64.getEncoder().encodeToString(key);
  }

  private static byte[] plain(String coded) {
    return Base64.getDecoder().decode(coded);
  }
}
