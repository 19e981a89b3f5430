package postern.mail.dkim;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import postern.mail.dns.Looked;
import postern.mail.dns.Lookups;

/** The key of a signature, where its domain publishes one that may be used for mail. */
final class PublicKeys {
  private static final int MIN_RSA_BITS = 1024;

  /** Beyond, one check costs more than a letter is worth. */
  private static final int MAX_RSA_BITS = 8192;

  private static final int MAX_EXPONENT_BITS = 64;

  // RFC 8410 section 4: what stands before the 32 octets of an Ed25519 key.
  private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private PublicKeys() {}

  sealed interface Asked {}

  record Key(PublicKey key) implements Asked {}

  /** Not published, revoked, for another purpose, of another kind, or too weak. */
  record None() implements Asked {}

  record Away() implements Asked {}

  static Asked find(SignatureTags tags, Lookups lookups) {
    return switch (lookups.texts(tags.keyName())) {
      case Looked.Away<String> _ -> new Away();
      case Looked.Nothing<String> _ -> new None();
      // RFC 6376 section 3.6.2.2: what several records mean is undefined.
      case Looked.Found<String>(var texts) when texts.size() > 1 -> new None();
      case Looked.Found<String>(var texts) ->
          TagList.read(texts.getFirst())
              .filter(published -> mayBeUsed(published, tags))
              .flatMap(published -> key(published, tags.kind()))
              .<Asked>map(Key::new)
              .orElseGet(None::new);
    };
  }

  private static boolean mayBeUsed(TagList published, SignatureTags tags) {
    var flags = words(published, "t", "");
    return published.get("v").orElse("DKIM1").equals("DKIM1")
        && published.packed("k").orElse("rsa").equals(tags.kind().keyType())
        && words(published, "h", "sha256").contains("sha256")
        && words(published, "s", "*").stream().anyMatch(s -> s.equals("*") || s.equals("email"))
        // Section 3.6.1: a domain that is testing signs as if it had not.
        && !flags.contains("y")
        && !(flags.contains("s") && tags.identityBelow());
  }

  private static List<String> words(TagList published, String tag, String otherwise) {
    return Arrays.asList(published.packed(tag).orElse(otherwise).split(":"));
  }

  private static Optional<PublicKey> key(TagList published, SignatureKind kind) {
    try {
      // The parser of keys throws whatever it likes at what strangers publish.
      var bytes = Base64.getDecoder().decode(published.packed("p").orElse(""));
      if (bytes.length == 0) {
        return Optional.empty();
      }
      return switch (kind) {
        case RSA -> rsa(bytes);
        case ED25519 -> ed25519(bytes);
      };
    } catch (RuntimeException | GeneralSecurityException broken) {
      return Optional.empty();
    }
  }

  // RFC 6376 says RSAPublicKey, its example and everybody publish SubjectPublicKeyInfo (erratum
  // 3017): both are read.
  private static Optional<PublicKey> rsa(byte[] bytes) throws GeneralSecurityException {
    var sequence = ASN1Sequence.getInstance(bytes);
    var factory = KeyFactory.getInstance("RSA");
    if (sequence.getObjectAt(0) instanceof ASN1Sequence) {
      return strong((RSAPublicKey) factory.generatePublic(new X509EncodedKeySpec(bytes)));
    }
    var modulus = ASN1Integer.getInstance(sequence.getObjectAt(0)).getPositiveValue();
    var exponent = ASN1Integer.getInstance(sequence.getObjectAt(1)).getPositiveValue();
    return strong((RSAPublicKey) factory.generatePublic(new RSAPublicKeySpec(modulus, exponent)));
  }

  private static Optional<PublicKey> strong(RSAPublicKey key) {
    int bits = key.getModulus().bitLength();
    boolean good =
        bits >= MIN_RSA_BITS
            && bits <= MAX_RSA_BITS
            && key.getPublicExponent().bitLength() <= MAX_EXPONENT_BITS;
    return good ? Optional.of(key) : Optional.empty();
  }

  private static Optional<PublicKey> ed25519(byte[] bytes) throws GeneralSecurityException {
    if (bytes.length != 32) {
      return Optional.empty();
    }
    var encoded = Arrays.copyOf(ED25519_PREFIX, ED25519_PREFIX.length + bytes.length);
    System.arraycopy(bytes, 0, encoded, ED25519_PREFIX.length, bytes.length);
    return Optional.of(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
  }
}
