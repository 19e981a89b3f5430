package postern.storage;

import java.time.Duration;

/** Reads twice a second what changed on other nodes. */
public final class Follower implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Changes changes;
  private volatile boolean stopping;
  private Thread thread;

  public Follower(Changes changes) {
    this.changes = changes;
  }

  public void start() {
    thread = Thread.ofVirtual().name("changes").start(this::run);
  }

  @Override
  public void close() {
    stopping = true;
    if (thread != null) {
      thread.interrupt();
    }
  }

  private void run() {
    while (!stopping) {
      try {
        Thread.sleep(PAUSE);
        changes.follow();
      } catch (InterruptedException stop) {
        return;
      } catch (RuntimeException away) {
        // Then no kept page is trusted, and whoever asks meets the same trouble and tells of it.
      }
    }
  }
}
