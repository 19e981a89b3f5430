package postern.jobs;

/** Does one kind of job. It runs at least once, so it must not matter when it runs twice. */
@FunctionalInterface
public interface JobHandler<P> {
  JobEnd run(P payload, Attempt attempt);
}
