package postern.delivery;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import postern.kernel.Base32;
import postern.privacy.Keys;

/**
 * The envelope sender of each mail: {@code bounce.{token}@domain}, so that a report about it comes
 * back to us and names the mail by itself (variable envelope return path). The token ends with its
 * keyed check, and expires.
 */
public final class ReturnPaths {
  private static final Duration LIFE = Duration.ofDays(30);
  private static final int CHECK_BYTES = 10;
  private static final String PREFIX = "bounce.";

  private final Keys keys;
  private final InstantSource clock;
  private final String domain;

  public ReturnPaths(Keys keys, InstantSource clock, String domain) {
    this.keys = keys;
    this.clock = clock;
    this.domain = domain;
  }

  String of(long mail, Instant queuedAt) {
    int expiresOnDay =
        (int) (queuedAt.plus(LIFE).getEpochSecond() / Duration.ofDays(1).toSeconds());
    return PREFIX + token(mail, expiresOnDay) + "@" + domain;
  }

  /** The mail that this mailbox of ours stands for; empty for a forged or an expired one. */
  public Optional<Long> mailOf(String mailbox) {
    if (!mailbox.startsWith(PREFIX)) {
      return Optional.empty();
    }
    var bytes = Base32.decode(mailbox.substring(PREFIX.length()));
    if (bytes.length != Long.BYTES + Integer.BYTES + CHECK_BYTES) {
      return Optional.empty();
    }
    var buffer = ByteBuffer.wrap(bytes);
    long mail = buffer.getLong();
    int expiresOnDay = buffer.getInt();
    boolean genuine =
        MessageDigest.isEqual(bytes, Base32.decode(token(mail, expiresOnDay)))
            && clock.instant().getEpochSecond() / Duration.ofDays(1).toSeconds() <= expiresOnDay;
    return genuine ? Optional.of(mail) : Optional.empty();
  }

  private String token(long mail, int expiresOnDay) {
    var check = Arrays.copyOf(keys.index("bounce", mail + ":" + expiresOnDay), CHECK_BYTES);
    return Base32.encode(
        ByteBuffer.allocate(Long.BYTES + Integer.BYTES + CHECK_BYTES)
            .putLong(mail)
            .putInt(expiresOnDay)
            .put(check)
            .array());
  }
}
