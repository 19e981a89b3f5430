package postern.mail.dkim;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Optional;

/** The two kinds that are believed: rsa-sha1 is not any more (RFC 8301). */
enum SignatureKind {
  RSA("rsa-sha256", "rsa") {
    @Override
    boolean verifies(PublicKey key, byte[] text, byte[] signature) {
      return verify("SHA256withRSA", key, text, signature);
    }
  },
  ED25519("ed25519-sha256", "ed25519") {
    // RFC 8463 section 3: the hash is what is signed.
    @Override
    boolean verifies(PublicKey key, byte[] text, byte[] signature) {
      try {
        var hash = MessageDigest.getInstance("SHA-256").digest(text);
        return verify("Ed25519", key, hash, signature);
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  };

  private final String tag;
  private final String keyType;

  SignatureKind(String tag, String keyType) {
    this.tag = tag;
    this.keyType = keyType;
  }

  static Optional<SignatureKind> of(String tag) {
    return Arrays.stream(values()).filter(kind -> kind.tag.equalsIgnoreCase(tag)).findFirst();
  }

  /** The {@code k=} of its keys. */
  String keyType() {
    return keyType;
  }

  abstract boolean verifies(PublicKey key, byte[] text, byte[] signature);

  static boolean verify(String name, PublicKey key, byte[] text, byte[] signature) {
    try {
      var verifier = Signature.getInstance(name);
      verifier.initVerify(key);
      verifier.update(text);
      return verifier.verify(signature);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }
}
