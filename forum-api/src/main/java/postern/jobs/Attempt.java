package postern.jobs;

import java.time.Instant;
import postern.storage.Tx;

/** One run of a job. */
public final class Attempt {
  private final long job;
  private final int number;
  private final Instant enqueuedAt;

  Attempt(long job, int number, Instant enqueuedAt) {
    this.job = job;
    this.number = number;
    this.enqueuedAt = enqueuedAt;
  }

  /** 1 for the first. */
  public int number() {
    return number;
  }

  public Instant enqueuedAt() {
    return enqueuedAt;
  }

  /** Ends the job in the same transaction as its effect, so that this effect happens once. */
  public void done(Tx tx) {
    tx.dao(JobsDao.class).delete(job);
  }
}
