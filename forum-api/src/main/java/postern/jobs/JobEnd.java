package postern.jobs;

import java.time.Duration;

/**
 * How one attempt at a job ended; an exception counts as a failure and is tried again with growing
 * delay.
 */
public sealed interface JobEnd {
  JobEnd DONE = new Done();

  record Done() implements JobEnd {}

  /** Not a failure: to be run again after this time. */
  record Again(Duration after) implements JobEnd {}
}
