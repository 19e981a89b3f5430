package postern.threads;

import java.time.Instant;

/**
 * What a member began to write and has not posted.
 *
 * @param place the board of a thread, the thread of a reply
 * @param title of a thread; empty for a reply
 */
public record Draft(Kind kind, long place, String title, String body, Instant savedAt) {
  /** What it is to become. */
  public enum Kind {
    THREAD,
    REPLY
  }

  /** Keeps what was typed out of log lines. */
  @Override
  public String toString() {
    return "Draft[" + kind + " " + place + "]";
  }
}
