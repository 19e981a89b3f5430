package postern.web.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One address in every form that would give it away: the whole, its local part and its domain,
 * plain in any case, backwards, in hexadecimal and in base64 at each alignment, and the digests of
 * the whole. Encodings that can be undone are undone by {@link Readings}.
 */
final class CanaryForms {
  private static final int SHORTEST_BASE64 = 8;

  private final String owner;

  /** What to look for without regard to case, and what exactly; each with the form's name. */
  private final Map<String, String> anyCase = new LinkedHashMap<>();

  private final Map<String, String> exact = new LinkedHashMap<>();

  /**
   * Where an address stands, without saying it.
   *
   * @param owner whose address
   */
  record Sighting(String owner, String form, String reading, int offset) {}

  CanaryForms(String owner, String address) {
    this.owner = owner;
    int at = address.lastIndexOf('@');
    spell("the whole", address);
    spell("the local part", address.substring(0, at));
    spell("the domain", address.substring(at + 1));
    for (var spelling : spellings(address)) {
      digest("MD5", spelling);
      digest("SHA-1", spelling);
      digest("SHA-256", spelling);
    }
  }

  String owner() {
    return owner;
  }

  List<Sighting> lookIn(byte[] received) {
    return lookIn(Readings.of(received));
  }

  List<Sighting> lookIn(Map<String, String> readings) {
    var found = new ArrayList<Sighting>();
    readings.forEach(
        (reading, text) -> {
          look(found, reading, Readings.lower(text), anyCase);
          look(found, reading, text, exact);
        });
    return found;
  }

  private void look(
      List<Sighting> found, String reading, String text, Map<String, String> needles) {
    needles.forEach(
        (needle, form) -> {
          int offset = text.indexOf(needle);
          if (offset >= 0) {
            found.add(new Sighting(owner, form, reading, offset));
          }
        });
  }

  private void spell(String part, String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    anyCase.put(lower, part);
    anyCase.put(new StringBuilder(lower).reverse().toString(), part + ", backwards");
    for (var spelling : spellings(text)) {
      var bytes = spelling.getBytes(StandardCharsets.UTF_8);
      anyCase.put(HexFormat.of().formatHex(bytes), part + ", hexadecimal");
      for (int shift = 0; shift < 3; shift++) {
        base64(part + ", base64", bytes, shift);
      }
    }
  }

  // Only the letters that do not depend on what stands before and behind.
  private void base64(String form, byte[] bytes, int shift) {
    var padded = new byte[bytes.length + shift];
    System.arraycopy(bytes, 0, padded, shift, bytes.length);
    int whole = padded.length - padded.length % 3;
    int skipped = shift == 0 ? 0 : 4;
    var url = Base64.getUrlEncoder().encodeToString(java.util.Arrays.copyOf(padded, whole));
    var standard = Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(padded, whole));
    if (url.length() - skipped >= SHORTEST_BASE64) {
      exact.put(url.substring(skipped), form);
      exact.put(standard.substring(skipped), form);
    }
  }

  private void digest(String algorithm, String text) {
    try {
      var digest =
          MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
      anyCase.put(HexFormat.of().formatHex(digest), algorithm);
      exact.put(Base64.getEncoder().withoutPadding().encodeToString(digest), algorithm);
      exact.put(Base64.getUrlEncoder().withoutPadding().encodeToString(digest), algorithm);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Set<String> spellings(String text) {
    var spellings = new LinkedHashSet<String>();
    spellings.add(text);
    spellings.add(text.toLowerCase(Locale.ROOT));
    spellings.add(text.toUpperCase(Locale.ROOT));
    return spellings;
  }

  /** Whose address they are, never which. */
  @Override
  public String toString() {
    return "CanaryForms[" + owner + "]";
  }
}
