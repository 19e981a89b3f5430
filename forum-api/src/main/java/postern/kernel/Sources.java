package postern.kernel;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Where time, ids and chance come from: injected together, so that a script can run twice alike.
 */
public record Sources(InstantSource clock, Ids ids, Randomness randomness) {
  public Instant now() {
    return clock.instant();
  }

  public Token token() {
    return Token.draw(randomness);
  }
}
