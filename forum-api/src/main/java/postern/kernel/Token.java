package postern.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A secret that opens one thing: a link in a mail, a session, an API token. At least 128 random
 * bits, kept only as a hash, so that who reads the database cannot use it. {@code toString} hides
 * it; {@link #secret()} is for the one place that hands it to its owner.
 */
public final class Token {
  private static final int BYTES = 20;
  private static final Pattern SHAPE = Pattern.compile("[a-z2-7]{26,64}");

  private final String secret;

  private Token(String secret) {
    this.secret = secret;
  }

  public static Token draw(Randomness randomness) {
    return new Token(Base32.encode(randomness.bytes(BYTES)));
  }

  /** Reads what somebody presented; empty when it cannot be a token of ours. */
  public static Optional<Token> parse(String presented) {
    return presented != null && SHAPE.matcher(presented).matches()
        ? Optional.of(new Token(presented))
        : Optional.empty();
  }

  public String secret() {
    return secret;
  }

  /** SHA-256: a token has 160 random bits, so a slow hash would add nothing. */
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(secret.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Token that && MessageDigest.isEqual(hash(), that.hash());
  }

  @Override
  public int hashCode() {
    return secret.hashCode();
  }

  @Override
  public String toString() {
    return "Token[hidden]";
  }
}
