package postern.letters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The hashes that avatar services and trackers make of an address, as text. */
final class Digests {
  private Digests() {}

  static Set<String> of(String address) {
    var all = new LinkedHashSet<String>();
    for (var spelling : List.of(address, address.toLowerCase(java.util.Locale.ROOT))) {
      for (var algorithm : List.of("MD5", "SHA-1", "SHA-256")) {
        var digest = digest(algorithm, spelling);
        all.add(HexFormat.of().formatHex(digest));
        all.add(HexFormat.of().withUpperCase().formatHex(digest));
        all.add(Base64.getEncoder().withoutPadding().encodeToString(digest));
        all.add(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
      }
    }
    return all;
  }

  private static byte[] digest(String algorithm, String text) {
    try {
      return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
