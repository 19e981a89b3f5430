package postern.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import postern.kernel.Ids;
import postern.storage.Database;
import postern.storage.Tx;

/**
 * Durable work. What is enqueued or published in a committed transaction is run at least once, on
 * one node at a time, and tried again with growing delay until it succeeds or is given up where
 * administrators see it.
 *
 * <p>Rooms register their handlers while the house is built; {@link JobRunner} runs them
 * afterwards.
 */
public final class Jobs {
  private final Database database;
  private final InstantSource clock;
  private final Ids ids;
  private final ObjectMapper json =
      JsonMapper.builder().addModule(new JavaTimeModule()).addModule(new Jdk8Module()).build();
  private final Map<String, Registered<?>> handlers = new ConcurrentHashMap<>();
  private final Map<Class<?>, List<String>> subscribers = new ConcurrentHashMap<>();
  private final List<Schedule> schedules = new CopyOnWriteArrayList<>();
  private final List<Runnable> wakes = new CopyOnWriteArrayList<>();

  public Jobs(Database database, InstantSource clock, Ids ids) {
    this.database = database;
    this.clock = clock;
    this.ids = ids;
  }

  record Registered<P>(Class<P> payload, JobHandler<P> handler) {}

  record Schedule(String name, Duration every, Runnable work) {}

  /**
   * Says who does a kind of job. A kind has one handler, whose payload is a record that Jackson can
   * write.
   */
  public <P> void handle(String kind, Class<P> payload, JobHandler<P> handler) {
    if (handlers.putIfAbsent(kind, new Registered<>(payload, handler)) != null) {
      throw new IllegalStateException("two handlers for jobs of kind " + kind);
    }
  }

  /**
   * Subscribes to an event; each subscriber is its own job, so that one's failure does not repeat
   * another's work.
   */
  public <E extends Event> void on(Class<E> event, String subscriber, JobHandler<E> handler) {
    var kind = "on-" + subscriber;
    handle(kind, event, handler);
    subscribers.computeIfAbsent(event, _ -> new CopyOnWriteArrayList<>()).add(kind);
  }

  /** Runs work again and again, on one node of all, never more often than the interval says. */
  public void every(String name, Duration interval, Runnable work) {
    schedules.add(new Schedule(name, interval, work));
  }

  /** Enqueues a job together with what the caller is doing. */
  public void enqueue(Tx tx, String kind, Object payload) {
    enqueue(tx, kind, payload, clock.instant());
  }

  /** Enqueues a job for a time. */
  public void enqueue(Tx tx, String kind, Object payload, Instant runAt) {
    tx.dao(JobsDao.class).insert(ids.unguessable(), kind, written(payload), runAt, clock.instant());
    tx.afterCommit(this::wake);
  }

  /** Tells the rooms above, together with what the caller is doing. */
  public void publish(Tx tx, Event event) {
    subscribers.getOrDefault(event.getClass(), List.of()).forEach(kind -> enqueue(tx, kind, event));
  }

  /** For administrators, in order of id. */
  public List<JobView> list(long after, int limit) {
    return database.read(tx -> tx.dao(JobsDao.class).list(after, limit));
  }

  public List<JobCount> counts() {
    return database.read(tx -> tx.dao(JobsDao.class).counts());
  }

  /** Tries again what was given up; false when there is no such job. */
  public boolean revive(long job) {
    boolean revived = database.write(tx -> tx.dao(JobsDao.class).revive(job, clock.instant())) == 1;
    wake();
    return revived;
  }

  /** Runs a job now that waits or was given up; false when none with this payload does. */
  public boolean hasten(String kind, Object payload) {
    boolean hastened =
        database.write(tx -> tx.dao(JobsDao.class).hasten(kind, written(payload), clock.instant()))
            > 0;
    wake();
    return hastened;
  }

  /** Runs now what waits of this kind, ten thousand at most; tells how many. */
  public int hasten(String kind) {
    int hastened = database.write(tx -> tx.dao(JobsDao.class).hastenAll(kind, clock.instant()));
    wake();
    return hastened;
  }

  /** Drops a job that was given up or waits; false when there is no such job. */
  public boolean drop(long job) {
    return database.write(tx -> tx.dao(JobsDao.class).delete(job)) == 1;
  }

  Optional<Registered<?>> handler(String kind) {
    return Optional.ofNullable(handlers.get(kind));
  }

  List<Schedule> schedules() {
    return new ArrayList<>(schedules);
  }

  void onWake(Runnable wake) {
    wakes.add(wake);
  }

  Object read(String payload, Class<?> type) {
    try {
      return json.readValue(payload, type);
    } catch (JsonProcessingException changed) {
      throw new IllegalStateException("a job's payload does not fit its type", changed);
    }
  }

  private void wake() {
    wakes.forEach(Runnable::run);
  }

  private String written(Object payload) {
    try {
      return json.writeValueAsString(payload);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a job's payload cannot be written", impossible);
    }
  }
}
