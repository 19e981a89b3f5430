package postern.mail.dkim;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** How a signature is made. */
public enum DkimAlgorithm {
  /** RFC 8301: every verifier knows it; 2048 bits fit one record. */
  RSA_SHA256("rsa-sha256", "rsa", "RSA", "SHA256withRSA"),
  /** RFC 8463: short keys; beside RSA, since not every verifier knows it yet. */
  ED25519_SHA256("ed25519-sha256", "ed25519", "Ed25519", "Ed25519");

  private static final int RSA_BITS = 2048;
  private static final int ED25519_OCTETS = 32;

  private final String tag;
  private final String keyType;
  private final String family;
  private final String signature;

  DkimAlgorithm(String tag, String keyType, String family, String signature) {
    this.tag = tag;
    this.keyType = keyType;
    this.family = family;
    this.signature = signature;
  }

  /** As it stands in {@code a=} and in the settings. */
  public String tag() {
    return tag;
  }

  public static Optional<DkimAlgorithm> of(String tag) {
    return Arrays.stream(values()).filter(each -> each.tag.equals(tag)).findFirst();
  }

  /** A new pair, with the chance of the machine's own cryptography. */
  public KeyPair generate() {
    try {
      var generator = KeyPairGenerator.getInstance(family);
      if (this == RSA_SHA256) {
        generator.initialize(RSA_BITS);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Takes back what {@code getEncoded} of both halves gave. */
  public KeyPair read(byte[] privateHalf, byte[] publicHalf) throws GeneralSecurityException {
    var factory = KeyFactory.getInstance(family);
    return new KeyPair(
        factory.generatePublic(new X509EncodedKeySpec(publicHalf)),
        factory.generatePrivate(new PKCS8EncodedKeySpec(privateHalf)));
  }

  /** The text of the key's DNS record (RFC 6376 section 3.6.1). */
  String record(PublicKey key) {
    return "v=DKIM1; k=" + keyType + "; p=" + Base64.getEncoder().encodeToString(published(key));
  }

  byte[] sign(PrivateKey key, byte[] signed, byte[] digest) throws GeneralSecurityException {
    var signer = Signature.getInstance(signature);
    signer.initSign(key);
    // RFC 8463 section 3: Ed25519 signs the digest, where RSA's own scheme makes it.
    signer.update(this == ED25519_SHA256 ? digest : signed);
    return signer.sign();
  }

  // RFC 8463 section 4: the bare key, which ends its X.509 form.
  private byte[] published(PublicKey key) {
    var encoded = key.getEncoded();
    return key instanceof RSAPublicKey
        ? encoded
        : Arrays.copyOfRange(encoded, encoded.length - ED25519_OCTETS, encoded.length);
  }
}
