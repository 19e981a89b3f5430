package postern.jobs;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import postern.kernel.Failure;
import postern.kernel.Ids;
import postern.storage.Database;
import postern.storage.StorageTrouble;

/**
 * Works off this node's share of the jobs, on virtual threads. Stopping lets what is running
 * finish.
 */
public final class JobRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final Duration FIRST_DELAY = Duration.ofSeconds(5);
  private static final Duration LONGEST_DELAY = Duration.ofHours(1);

  private final Database database;
  private final InstantSource clock;
  private final Jobs jobs;
  private final JobSettings settings;
  private final long node;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore free;
  private final Semaphore woken = new Semaphore(0);
  private final AtomicInteger running = new AtomicInteger();
  private volatile boolean stopping;
  private Thread poller;

  public JobRunner(
      Database database, InstantSource clock, Ids ids, Jobs jobs, JobSettings settings) {
    this.database = database;
    this.clock = clock;
    this.jobs = jobs;
    this.settings = settings;
    this.node = ids.unguessable();
    this.free = new Semaphore(settings.workers());
    jobs.onWake(woken::release);
  }

  public void start() {
    poller = Thread.ofVirtual().name("jobs").start(this::poll);
  }

  /** Runs what is due now, in this thread, until nothing is; for tests and commands. */
  public void drain() {
    while (claimAndRun(Runnable::run) > 0) {
      // Each round may have made more jobs due.
    }
  }

  @Override
  public void close() {
    stopping = true;
    woken.release();
    workers.shutdown();
    try {
      if (poller != null) {
        poller.join(STOP_LIMIT);
      }
      if (!workers.awaitTermination(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      workers.shutdownNow();
    }
  }

  private void poll() {
    boolean known = false;
    while (!stopping) {
      try {
        if (!known) {
          keepSchedules();
          known = true;
        }
        runSchedules();
        claimAndRun(workers::execute);
        if (woken.tryAcquire(settings.poll().toMilliseconds(), TimeUnit.MILLISECONDS)) {
          woken.drainPermits();
        }
      } catch (InterruptedException stop) {
        return;
      } catch (RuntimeException failure) {
        if (!(failure instanceof StorageTrouble)) {
          LOG.error("jobs not read {}", Failure.trace(failure));
        }
        pause();
      }
    }
  }

  private int claimAndRun(java.util.concurrent.Executor executor) {
    int claimed = 0;
    var now = clock.instant();
    for (long id : database.read(tx -> tx.dao(JobsDao.class).due(now, settings.workers() * 2))) {
      if (stopping || !free.tryAcquire()) {
        break;
      }
      if (claim(id)) {
        claimed++;
        executor.execute(() -> runAndRelease(id));
      } else {
        free.release();
      }
    }
    return claimed;
  }

  private boolean claim(long id) {
    var now = clock.instant();
    try {
      return database.write(
              tx ->
                  tx.dao(JobsDao.class)
                      .claim(id, node, now, now.plus(settings.lease().toJavaDuration())))
          == 1;
    } catch (RuntimeException failure) {
      free.release();
      throw failure;
    }
  }

  private void runAndRelease(long id) {
    running.incrementAndGet();
    try {
      run(id);
    } catch (RuntimeException failure) {
      LOG.error("job not settled {}", Failure.trace(failure));
    } finally {
      running.decrementAndGet();
      free.release();
      woken.release();
    }
  }

  private void run(long id) {
    var found = database.read(tx -> tx.dao(JobsDao.class).claimed(id, node));
    if (found.isEmpty()) {
      return;
    }
    var job = found.get();
    var heart = Thread.ofVirtual().start(() -> renew(id));
    try {
      settle(job, attempt(job));
    } catch (RuntimeException failure) {
      failed(job, failure);
    } finally {
      heart.interrupt();
    }
  }

  private JobEnd attempt(JobsDao.Claimed job) {
    var registered =
        jobs.handler(job.kind())
            .orElseThrow(() -> new IllegalStateException("no handler for " + job.kind()));
    return call(registered, job);
  }

  private <P> JobEnd call(Jobs.Registered<P> registered, JobsDao.Claimed job) {
    var payload = registered.payload().cast(jobs.read(job.payload(), registered.payload()));
    return registered
        .handler()
        .run(payload, new Attempt(job.id(), job.attempts(), job.createdAt()));
  }

  private void settle(JobsDao.Claimed job, JobEnd end) {
    database.run(
        tx -> {
          switch (end) {
            case JobEnd.Done _ -> tx.dao(JobsDao.class).delete(job.id());
            case JobEnd.Again(var after) ->
                tx.dao(JobsDao.class).postpone(job.id(), node, clock.instant().plus(after), null);
          }
        });
  }

  private void failed(JobsDao.Claimed job, RuntimeException failure) {
    LOG.warn(
        "job failed kind={} attempt={} {}", job.kind(), job.attempts(), Failure.trace(failure));
    var why = failure.getClass().getName();
    database.run(
        tx -> {
          if (job.attempts() >= settings.attempts()) {
            tx.dao(JobsDao.class).giveUp(job.id(), node, why);
          } else {
            tx.dao(JobsDao.class)
                .postpone(job.id(), node, clock.instant().plus(delay(job.attempts())), why);
          }
        });
  }

  static Duration delay(int attempts) {
    var delay = FIRST_DELAY.multipliedBy(1L << Math.min(attempts - 1, 12));
    return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
  }

  private void renew(long id) {
    try {
      while (true) {
        Thread.sleep(settings.lease().toMilliseconds() / 3);
        database.run(
            tx ->
                tx.dao(JobsDao.class)
                    .renew(id, node, clock.instant().plus(settings.lease().toJavaDuration())));
      }
    } catch (InterruptedException finished) {
      // The job has ended, and its claim with it.
    } catch (RuntimeException away) {
      LOG.warn("claim not renewed {}", Failure.trace(away));
    }
  }

  private void keepSchedules() {
    database.run(
        tx ->
            jobs.schedules()
                .forEach(s -> tx.dao(JobsDao.class).schedule(s.name(), clock.instant())));
  }

  private void runSchedules() {
    for (var schedule : jobs.schedules()) {
      var now = clock.instant();
      if (database.write(
              tx ->
                  tx.dao(JobsDao.class)
                      .claimSchedule(schedule.name(), now, now.plus(schedule.every())))
          == 1) {
        workers.execute(() -> runSchedule(schedule));
      }
    }
  }

  private static void runSchedule(Jobs.Schedule schedule) {
    try {
      schedule.work().run();
    } catch (RuntimeException failure) {
      LOG.warn("schedule failed name={} {}", schedule.name(), Failure.trace(failure));
    }
  }

  private void pause() {
    try {
      Thread.sleep(settings.poll().toMilliseconds());
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
