package postern.accounts;

import java.nio.ByteBuffer;
import postern.kernel.Base32;
import postern.kernel.Randomness;
import postern.kernel.Username;

/** Names that the house makes itself. */
final class Names {
  static final String FORMER_MEMBER = "former member";
  static final String FORMER_AUTHOR = "former author";

  private static final String FORMER_PREFIX = "former-";

  private Names() {}

  /** True for handles of former authors, which nobody may sign up with. */
  static boolean formers(Username username) {
    return username.text().startsWith(FORMER_PREFIX);
  }

  static Username formerHandle(Randomness randomness) {
    return new Username(FORMER_PREFIX + Base32.encode(randomness.bytes(10)));
  }

  static long seed(Randomness randomness) {
    return ByteBuffer.wrap(randomness.bytes(Long.BYTES)).getLong();
  }
}
