package postern.search;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import postern.kernel.Failure;
import postern.storage.StorageTrouble;
import postern.threads.Findables;
import postern.threads.Ground;

/** Keeps this node's index at the changes, in a thread of its own. */
final class Follower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

  private final Ground ground;
  private final Findables findables;
  private final SearchSettings settings;
  private final Semaphore woken = new Semaphore(0);
  private final ChangeLog changes;
  private volatile boolean stopping;
  private volatile Shelf shelf;
  private volatile long reached;
  private Feeding feeding;
  private Thread thread;

  private Follower(Ground ground, Findables findables, SearchSettings settings) {
    this.ground = ground;
    this.findables = findables;
    this.settings = settings;
    this.changes = new ChangeLog(ground.database(), ground.sources().clock(), woken::release);
  }

  static Follower of(Ground ground, Findables findables, SearchSettings settings) {
    var follower = new Follower(ground, findables, settings);
    follower.changes.subscribe(ground.jobs());
    return follower;
  }

  void start() {
    thread = Thread.ofVirtual().name("search").start(this::follow);
  }

  /** What answers; none before the folder is open and an index begun. */
  Optional<SearchIndex> index() {
    return Optional.ofNullable(shelf).flatMap(open -> open.index().map(index -> index));
  }

  /** True once the index has been made, whole, at least once. */
  boolean whole() {
    return Optional.ofNullable(shelf).flatMap(Shelf::mark).isPresent();
  }

  /** How many changes are not in the index yet. */
  long behind() {
    return Math.max(0, changes.state().last() - reached);
  }

  /** Every node makes its index anew. */
  void renew() {
    changes.renew();
    woken.release();
  }

  /** False when another process works in this node's folder. */
  synchronized boolean makeAnew(LongConsumer progress) {
    if (!open()) {
      return false;
    }
    feeding.makeAnew(progress);
    return true;
  }

  synchronized void catchUp() {
    if (open()) {
      feeding.catchUp();
      reached = feeding.reached();
    }
  }

  /** Ends the thread and keeps the index open. */
  void pause() {
    stopping = true;
    woken.release();
    try {
      if (thread != null) {
        thread.join();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    stopping = false;
  }

  @Override
  public void close() {
    pause();
    synchronized (this) {
      if (shelf != null) {
        feeding.keep();
        var open = shelf;
        shelf = null;
        open.close();
      }
    }
  }

  private boolean open() {
    if (shelf == null) {
      Folders.open(settings.folder())
          .ifPresent(
              folders -> {
                shelf = new Shelf(folders);
                feeding = new Feeding(ground.database(), changes, findables, shelf, () -> stopping);
              });
    }
    return shelf != null;
  }

  private void follow() {
    while (!stopping) {
      try {
        catchUp();
        if (woken.tryAcquire(settings.poll().toMillis(), TimeUnit.MILLISECONDS)) {
          woken.drainPermits();
        }
      } catch (InterruptedException stop) {
        return;
      } catch (RuntimeException failure) {
        if (!(failure instanceof StorageTrouble)) {
          LOG.error("search index not fed {}", Failure.trace(failure));
        }
        rest();
      }
    }
  }

  private static void rest() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
