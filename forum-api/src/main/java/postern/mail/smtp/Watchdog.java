package postern.mail.smtp;

import java.time.Duration;

/** Ends a session that takes too long, also while it writes. */
final class Watchdog implements AutoCloseable {
  private final Thread thread;
  private volatile ClientSession guarded;

  Watchdog(Duration limit) {
    thread = Thread.ofVirtual().name("smtp-watchdog").start(() -> watch(limit));
  }

  void guard(ClientSession session) {
    guarded = session;
  }

  @Override
  public void close() {
    guarded = null;
    thread.interrupt();
  }

  private void watch(Duration limit) {
    try {
      Thread.sleep(limit);
      var late = guarded;
      if (late != null) {
        late.abort();
      }
    } catch (InterruptedException inTime) {
      // The message is sent.
    }
  }
}
