package postern.web.kept;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import postern.storage.Part;

/**
 * An answer as any visitor gets it.
 *
 * @param location where a redirect leads; null for a page
 * @param tag the hash of the bytes, without quotes
 * @param plain the bytes, and
 * @param zipped the same through gzip
 * @param parts what it was made from
 * @param since when, as {@link postern.storage.Changes#now} counts
 * @param made when, as {@link System#nanoTime} counts
 */
record KeptPage(
    int status,
    String type,
    String location,
    String tag,
    byte[] plain,
    byte[] zipped,
    Set<Part> parts,
    long since,
    long made) {
  private static final int OVERHEAD = 600;
  private static final int HASH = 12;

  static KeptPage of(Capture answer, Set<Part> parts, long since, long made) {
    var bytes = answer.bytes();
    return new KeptPage(
        answer.getStatus(),
        answer.getContentType(),
        answer.getHeader("Location"),
        hash(bytes),
        bytes,
        bytes.length == 0 ? bytes : zip(bytes),
        parts,
        since,
        made);
  }

  /** How many octets it takes to keep it. */
  int weight() {
    return OVERHEAD + plain.length + zipped.length + parts.size() * 100;
  }

  private static String hash(byte[] bytes) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(Arrays.copyOf(digest, HASH));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] zip(byte[] bytes) {
    var out = new ByteArrayOutputStream(bytes.length / 4 + 64);
    try (var zip = new GZIPOutputStream(out, 8192)) {
      zip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
