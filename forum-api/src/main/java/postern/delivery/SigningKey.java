package postern.delivery;

import java.time.Instant;
import postern.mail.dkim.DkimKey;

/**
 * A key that signs, did sign or will.
 *
 * @param since when it came into this state
 */
public record SigningKey(DkimKey key, State state, Instant since) {
  /** The life of a key, in order. */
  public enum State {
    /** Its record is to be published; nothing is signed with it yet. */
    NEXT,
    /** Signs. */
    ACTIVE,
    /** Signs no more; its record stays while what it signed may still be checked. */
    RETIRED,
    /** Its record says that it is withdrawn (RFC 6376 section 3.6.1), and may then go. */
    WITHDRAWN
  }

  /** The text of its record today. */
  public String record() {
    return switch (state) {
      case NEXT, ACTIVE, RETIRED -> key.record();
      case WITHDRAWN -> "v=DKIM1; p=";
    };
  }

  SigningKey to(State next, Instant now) {
    return new SigningKey(key, next, now);
  }
}
