package postern.kernel;

import java.security.SecureRandom;

/** Where chance comes from; injected, so that two runs of one script can draw the same. */
public interface Randomness {
  byte[] bytes(int count);

  static Randomness secure() {
    var random = new SecureRandom();
    return count -> {
      var bytes = new byte[count];
      random.nextBytes(bytes);
      return bytes;
    };
  }
}
