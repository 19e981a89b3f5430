package postern.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dropwizard.util.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import postern.kernel.Scripted;
import postern.storage.Storage;
import postern.storage.TestDatabase;

class JobsTest {
  private static final JobSettings FAST =
      new JobSettings(4, Duration.milliseconds(20), Duration.seconds(30), 3);

  private final Scripted.Clock clock = new Scripted.Clock();
  private Storage storage;

  record Numbered(int number) implements Event {}

  @BeforeEach
  void open() {
    storage = TestDatabase.fresh();
  }

  @AfterEach
  void close() {
    storage.close();
  }

  private Jobs jobs(long seed) {
    return new Jobs(storage.database(), clock, Scripted.ids(seed));
  }

  private JobRunner runner(Jobs jobs, long seed) {
    return new JobRunner(storage.database(), clock, Scripted.ids(seed), jobs, FAST);
  }

  @Test
  void twoNodesNeverRunAJobTwice() throws Exception {
    Set<Integer> seen = ConcurrentHashMap.newKeySet();
    var twice = new AtomicInteger();
    var left = new CountDownLatch(300);
    List<JobRunner> runners = new ArrayList<>();
    List<Jobs> nodes = List.of(jobs(1), jobs(2));
    for (int node = 0; node < 2; node++) {
      nodes
          .get(node)
          .handle(
              "count",
              Numbered.class,
              (job, _) -> {
                if (!seen.add(job.number())) {
                  twice.incrementAndGet();
                }
                left.countDown();
                return JobEnd.DONE;
              });
      runners.add(runner(nodes.get(node), 10 + node));
    }
    for (int i = 0; i < 300; i++) {
      int number = i;
      storage.database().run(tx -> nodes.get(0).enqueue(tx, "count", new Numbered(number)));
    }
    runners.forEach(JobRunner::start);
    assertThat(left.await(60, TimeUnit.SECONDS)).isTrue();
    runners.forEach(JobRunner::close);
    assertThat(twice).hasValue(0);
    assertThat(nodes.get(0).counts()).isEmpty();
  }

  @Test
  void aJobOfATransactionThatFailedIsNotRun() {
    var jobs = jobs(1);
    var runs = new AtomicInteger();
    jobs.handle(
        "count",
        Numbered.class,
        (_, _) -> {
          runs.incrementAndGet();
          return JobEnd.DONE;
        });
    assertThatThrownBy(
            () ->
                storage
                    .database()
                    .run(
                        tx -> {
                          jobs.enqueue(tx, "count", new Numbered(1));
                          throw new IllegalStateException("planted");
                        }))
        .hasMessage("planted");
    runner(jobs, 2).drain();
    assertThat(runs).hasValue(0);
  }

  @Test
  void aFailingJobIsTriedAgainLaterAndThenGivenUpWhereAdministratorsSeeIt() {
    var jobs = jobs(1);
    var runs = new AtomicInteger();
    jobs.handle(
        "break",
        Numbered.class,
        (_, _) -> {
          runs.incrementAndGet();
          throw new IllegalArgumentException("secret words");
        });
    storage.database().run(tx -> jobs.enqueue(tx, "break", new Numbered(1)));
    var runner = runner(jobs, 2);
    runner.drain();
    runner.drain();
    assertThat(runs).hasValue(1);
    for (int i = 0; i < 5; i++) {
      clock.advance(java.time.Duration.ofHours(2));
      runner.drain();
    }
    assertThat(runs).hasValue(3);
    assertThat(jobs.list(0, 10))
        .singleElement()
        .satisfies(
            job -> {
              assertThat(job.state()).isEqualTo("GIVEN_UP");
              assertThat(job.lastFailure()).isEqualTo("java.lang.IllegalArgumentException");
            });
    jobs.revive(jobs.list(0, 10).getFirst().id());
    runner.drain();
    assertThat(runs).hasValue(4);
  }

  @Test
  void aClaimThatNobodyRenewsRunsOutAndTheJobRunsAgain() {
    var jobs = jobs(1);
    var runs = new AtomicInteger();
    jobs.handle(
        "count",
        Numbered.class,
        (_, _) -> {
          runs.incrementAndGet();
          return JobEnd.DONE;
        });
    storage.database().run(tx -> jobs.enqueue(tx, "count", new Numbered(1)));
    var now = clock.instant();
    long id = jobs.list(0, 1).getFirst().id();
    storage.database().run(tx -> tx.dao(JobsDao.class).claim(id, 99, now, now.plusSeconds(30)));
    var runner = runner(jobs, 2);
    runner.drain();
    assertThat(runs).hasValue(0);
    clock.advance(java.time.Duration.ofSeconds(31));
    runner.drain();
    assertThat(runs).hasValue(1);
  }

  @Test
  void everySubscriberHearsAnEventOnce() {
    var jobs = jobs(1);
    var heard = new ArrayList<String>();
    jobs.on(
        Numbered.class,
        "first",
        (event, _) -> {
          heard.add("first " + event.number());
          return JobEnd.DONE;
        });
    jobs.on(
        Numbered.class,
        "second",
        (event, _) -> {
          heard.add("second " + event.number());
          return JobEnd.DONE;
        });
    storage.database().run(tx -> jobs.publish(tx, new Numbered(7)));
    runner(jobs, 2).drain();
    assertThat(heard).containsExactlyInAnyOrder("first 7", "second 7");
  }

  @Test
  void aScheduleRunsOnOneNodeInEachInterval() throws Exception {
    var runs = new AtomicInteger();
    var nodes = List.of(jobs(1), jobs(2));
    nodes.forEach(jobs -> jobs.every("tidy", java.time.Duration.ofHours(1), runs::incrementAndGet));
    var runners = List.of(runner(nodes.get(0), 3), runner(nodes.get(1), 4));
    runners.forEach(JobRunner::start);
    Thread.sleep(400);
    assertThat(runs).hasValue(1);
    clock.advance(java.time.Duration.ofMinutes(61));
    Thread.sleep(400);
    runners.forEach(JobRunner::close);
    assertThat(runs).hasValue(2);
  }
}
