package postern.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * The style sheet, the scripts and the icons, read once. All stand under one address that holds a
 * hash of them all, so that modules can name each other by relative paths and every answer may be
 * kept forever.
 */
public final class Assets {
  private static final String FOLDER = "assets";

  /**
   * One file.
   *
   * @param compressed the same in gzip
   */
  public record Asset(String mediaType, byte[] bytes, byte[] compressed) {}

  private final Map<String, Asset> assets;
  private final String hash;

  private Assets(Map<String, Asset> assets, String hash) {
    this.assets = Map.copyOf(assets);
    this.hash = hash;
  }

  /** Reads all files beside {@code assets/site.css} on the class path. */
  public static Assets read() {
    try {
      var uri = Assets.class.getClassLoader().getResource(FOLDER + "/site.css").toURI();
      if (!uri.getScheme().equals("jar")) {
        return read(Path.of(uri).getParent());
      }
      var jar = Path.of(URI.create(uri.getRawSchemeSpecificPart().replaceFirst("!/.*", "")));
      try (var files = FileSystems.newFileSystem(jar)) {
        return read(files.getPath(FOLDER));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where this build's assets are: {@code /assets/} and the hash. */
  public String base() {
    return "/" + FOLDER + "/" + hash;
  }

  public String hash() {
    return hash;
  }

  public Optional<Asset> find(String path) {
    return Optional.ofNullable(assets.get(path));
  }

  private static Assets read(Path folder) throws IOException {
    var found = new TreeMap<String, Asset>();
    var digest = sha256();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        var name = folder.relativize(file).toString().replace('\\', '/');
        var bytes = Files.readAllBytes(file);
        found.put(name, new Asset(mediaType(name), bytes, compressed(bytes)));
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
    }
    return new Assets(found, HexFormat.of().formatHex(digest.digest(), 0, 8));
  }

  private static String mediaType(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "css" -> "text/css;charset=utf-8";
      case "js" -> "text/javascript;charset=utf-8";
      case "svg" -> "image/svg+xml;charset=utf-8";
      case "txt" -> "text/plain;charset=utf-8";
      default -> throw new IllegalStateException("no media type is known for the asset " + name);
    };
  }

  private static byte[] compressed(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
