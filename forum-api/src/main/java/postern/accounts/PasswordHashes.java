package postern.accounts;

import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import postern.http.Problem;
import postern.kernel.Randomness;

/**
 * Argon2id (RFC 9106) with 19 MiB, two passes and one lane, as OWASP advises, written in the PHC
 * string format. At most a few are computed at a time, so that many sign-ins cannot take the
 * memory; who waits too long is asked to come back.
 */
final class PasswordHashes {
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_OCTETS = 16;
  private static final int HASH_OCTETS = 32;
  private static final Duration COME_BACK = Duration.ofSeconds(3);
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,2}),p=([0-9]{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  private final Randomness randomness;
  private final Semaphore atATime;
  private final Duration longestWait;
  private final String nobodys;
  private final AtomicLong computed = new AtomicLong();

  PasswordHashes(Randomness randomness, int atATime, Duration longestWait) {
    this.randomness = randomness;
    this.atATime = new Semaphore(atATime, true);
    this.longestWait = longestWait;
    this.nobodys = phc(randomness.bytes(SALT_OCTETS), randomness.bytes(HASH_OCTETS));
  }

  String hash(Password password) {
    var salt = randomness.bytes(SALT_OCTETS);
    return phc(salt, compute(password, salt, MEMORY_KIB, PASSES, LANES, HASH_OCTETS));
  }

  /**
   * Compares in the same time whether or not there is anything to compare with.
   *
   * @param stored a hash in the PHC string format; null for nobody's, which no password fits
   */
  boolean fits(Password password, String stored) {
    var parts = PHC.matcher(stored == null ? nobodys : stored);
    if (!parts.matches()) {
      throw new IllegalStateException("a stored password hash cannot be read");
    }
    var expected = Base64.getDecoder().decode(parts.group(5));
    var actual =
        compute(
            password,
            Base64.getDecoder().decode(parts.group(4)),
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)),
            expected.length);
    return MessageDigest.isEqual(expected, actual) && stored != null;
  }

  /** How many were computed so far; tests compare the work of two answers by it. */
  long computed() {
    return computed.get();
  }

  private byte[] compute(
      Password password, byte[] salt, int memory, int passes, int lanes, int length) {
    acquire();
    try {
      computed.incrementAndGet();
      var generator = new Argon2BytesGenerator();
      generator.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(memory)
              .withIterations(passes)
              .withParallelism(lanes)
              .withSalt(salt)
              .build());
      var hash = new byte[length];
      generator.generateBytes(password.octets(), hash);
      return hash;
    } finally {
      atATime.release();
    }
  }

  private void acquire() {
    try {
      if (!atATime.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw Problem.of(
                503, "busy", "Many people are signing in right now. Try again in a moment.")
            .retryAfter(COME_BACK)
            .thrown();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting to hash", stop);
    }
  }

  private static String phc(byte[] salt, byte[] hash) {
    var base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            MEMORY_KIB, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(hash));
  }
}
