package postern.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Properties;
import postern.storage.StorageRefusal;

/**
 * The keys of this installation, in a file outside the database: one keyset that seals
 * (AES-256-GCM), one that makes indexes and tokens (HMAC-SHA-256). All nodes of an installation
 * share the file, and a backup keeps it apart.
 */
public final class Keys {
  private static final int INDEX_LENGTH = 32;

  private final Aead aead;
  private final PrfSet prf;

  private Keys(Aead aead, PrfSet prf) {
    this.aead = aead;
    this.prf = prf;
  }

  /**
   * Opens the file, or makes it when it is missing.
   *
   * @throws StorageRefusal when it cannot be read
   */
  public static Keys open(Path file) {
    try {
      AeadConfig.register();
      PrfConfig.register();
      if (!Files.exists(file)) {
        create(file);
      }
      return read(file);
    } catch (IOException | GeneralSecurityException failure) {
      throw new StorageRefusal(
          "The key file " + file.toAbsolutePath() + " cannot be used.", failure);
    }
  }

  /**
   * Seals a value for one place.
   *
   * @param place where it lies, such as {@code addresses:17}; it must be the same when it is
   *     opened, so that a sealed value moved to another row does not open there
   */
  public byte[] seal(byte[] plain, String place) {
    try {
      return aead.encrypt(plain, place.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("sealing failed", impossible);
    }
  }

  /**
   * @throws IllegalStateException when the value was altered, moved, or sealed by keys that are
   *     gone
   */
  public byte[] open(byte[] sealed, String place) {
    try {
      return aead.decrypt(sealed, place.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException alteredOrMoved) {
      throw new IllegalStateException("a sealed value does not open", alteredOrMoved);
    }
  }

  public byte[] sealText(String plain, String place) {
    return seal(plain.getBytes(StandardCharsets.UTF_8), place);
  }

  public String openText(byte[] sealed, String place) {
    return new String(open(sealed, place), StandardCharsets.UTF_8);
  }

  /**
   * 32 bytes that only this installation can make from the text: an index for equality, or the root
   * of a token.
   */
  public byte[] index(String purpose, String text) {
    try {
      return prf.computePrimary(
          (purpose + "\n" + text).getBytes(StandardCharsets.UTF_8), INDEX_LENGTH);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("the index failed", impossible);
    }
  }

  private static void create(Path file) throws IOException, GeneralSecurityException {
    var sealing = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
    var indexing =
        KeysetHandle.generateNew(
            HmacPrfParameters.builder()
                .setKeySizeBytes(32)
                .setHashType(HmacPrfParameters.HashType.SHA256)
                .build());
    var properties = new Properties();
    properties.setProperty("sealing", json(sealing));
    properties.setProperty("indexing", json(indexing));
    Files.createDirectories(file.toAbsolutePath().getParent());
    var fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "keys", ".new");
    restrict(fresh);
    try (var out = Files.newOutputStream(fresh)) {
      properties.store(
          out,
          "Without this file the addresses and letters in the database cannot be read. Keep a copy"
              + " elsewhere.");
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void restrict(Path file) throws IOException {
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private static String json(KeysetHandle handle) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
  }

  private static Keys read(Path file) throws IOException, GeneralSecurityException {
    var properties = new Properties();
    try (var in = Files.newInputStream(file)) {
      properties.load(in);
    }
    return new Keys(
        handle(properties, "sealing").getPrimitive(RegistryConfiguration.get(), Aead.class),
        handle(properties, "indexing").getPrimitive(RegistryConfiguration.get(), PrfSet.class));
  }

  private static KeysetHandle handle(Properties properties, String name)
      throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(
        properties.getProperty(name, ""), InsecureSecretKeyAccess.get());
  }
}
